/** Every word around the pages of an open journal, in German. */
import type { JournalWords } from '../en/journal.ts'
import { countIn } from '../plural.ts'

const count = countIn('de')

export const journal: JournalWords = {
  save: {
    saved: 'Gespeichert',
    savedAt: (clock) => `Gespeichert ${clock}`,
    saving: 'Speichert',
    onDevice: (edits) => `Nur auf diesem Gerät (${count(edits, { one: '# Änderung', other: '# Änderungen' })})`,
    onDeviceShort: (edits) => count(edits, { one: '# Änderung hier', other: '# Änderungen hier' }),
    cannotSave: 'Nicht speicherbar',
    explain: {
      saved: 'Alles, was du hier geschrieben hast, liegt auf dem Server.',
      saving: 'Deine letzten Worte sind auf dem Weg zum Server.',
      onDevice:
        'Deine letzten Worte sind auf diesem Gerät aufgehoben. Sie werden gesendet, sobald der Server erreichbar ist; du kannst weiterschreiben und diese Seite auch schließen.',
      onDeviceUnkept:
        'Deine letzten Worte stehen nur in dieser Seite, weil dieser Browser nichts speichern lässt. Lass die Seite offen, bis sie gespeichert sind.',
    },
    details: 'Was wo gespeichert ist',
    tryNow: 'Jetzt versuchen',
    exportText: 'Kopie sichern',
    exportDocument: 'Als .yjs-Datei',
    signInAgain: 'Neu anmelden',
    reload: 'Neu laden',
    anew: {
      act: 'Von vorn beginnen',
      title: 'Auf diesem Gerät von vorn beginnen?',
      lost: 'Was nur dieses Gerät von diesem Journal hat, wird verworfen; alles andere kommt vom Server zurück. Sichere vorher eine Kopie: Daraus lassen sich deine eigenen Worte wieder einsetzen.',
      trouble: 'Dieses Gerät konnte es nicht vergessen. Schließ die anderen Tabs dieses Journals und versuch es noch einmal.',
    },
  },

  notices: {
    offline: 'Keine Verbindung. Alles geht weiter.',
    offlineWhy: 'Was du schreibst, wird gesendet, wenn sie wieder da ist.',
    nearlyFull: (percent) =>
      percent >= 100
        ? 'Dieses Journal ist voll. Was jetzt geschrieben wird, bleibt auf diesem Gerät; beginn ein neues Journal, um weiterzumachen.'
        : `Dieses Journal hat ${percent} % seines Platzes verbraucht. Du kannst weiterschreiben; beginn ein neues, bevor es voll ist.`,
    noStorage: 'Dieser Browser hebt keine Kopie des Journals auf: Was du schreibst, überlebt nur mit einer Verbindung.',
    storageFailed: 'Dieses Gerät hebt keine Kopie mehr auf, vielleicht weil sein Speicher voll ist. Was du schreibst, überlebt nur mit einer Verbindung.',
    archived: 'Dieses Journal ist archiviert: Man kann es lesen, aber nichts hineinschreiben.',
    archivedOwner: 'Du kannst es aus der Liste deiner Journale zurückholen.',
    removed: 'Du gehörst nicht mehr zu diesem Journal. Die anderen behalten, was du geschrieben hast; mitnehmen kannst du, was auf diesem Gerät ist.',
    readOnly: {
      commenter: 'Du kannst hier lesen und kommentieren, nicht schreiben.',
      viewer: 'Du kannst hier lesen, nicht schreiben.',
      why: 'Schreiben können nur Eigentümer und Mitschreiber.',
    },
    pageArchived: 'Diese Seite ist archiviert.',
    bringBack: 'Zurückholen',
    newerContent: 'Diese Seite wurde mit einer neueren Fassung von Tandem geschrieben. Lade neu, um sie zu öffnen; es wurde nichts geändert.',
  },

  loading: 'Das Journal wird geöffnet',
  missing: {
    title: 'Das Journal lässt sich gerade nicht öffnen.',
    lead: 'Der Server antwortet nicht, und auf diesem Gerät gibt es noch keine Kopie. Sobald die Verbindung wieder da ist, öffnet es sich von selbst.',
    refusedTitle: 'Dieses Journal öffnet sich für dich nicht.',
  },

  pages: {
    title: 'Seiten',
    agreement: 'Die Vereinbarung',
    meetings: 'Treffen',
    notes: 'Notizen',
    untitled: 'Ohne Titel',
    noDay: 'Noch kein Tag',
    none: 'Dieses Journal hat keine Seiten.',
    newPage: 'Neue Seite',
    newNote: 'Notiz',
    newMeeting: 'Treffen',
    newAgreement: 'Vereinbarung',
    noteTitle: 'Notiz',
    more: (title) => `Mehr zu ${title}`,
    rename: 'Umbenennen',
    moveUp: 'Nach oben',
    moveDown: 'Nach unten',
    archive: 'Seite archivieren',
    unarchive: 'Zurückholen',
    archived: (n) => count(n, { one: '# archivierte Seite', other: '# archivierte Seiten' }),
    renameLabel: 'Titel der Seite',
    titlePlaceholder: 'Ohne Titel',
    meetingPlaceholder: 'Worum geht es bei diesem Treffen?',
    day: 'Tag des Treffens',
    moved: (title, place, last) => `${title}: ${place} von ${last}`,
  },

  presence: {
    label: 'Wer hier ist',
    status: { writing: 'schreibt', here: 'ist hier', idle: 'ist gerade still' },
    face: (name, status, page) => `${name} ${status}${page ? `, auf ${page}` : ''}: dorthin gehen`,
    somebody: 'Jemand',
    edited: (name, words) => (words ? `${name} hat geändert: ${words}` : `${name} hat diese Seite geändert`),
    come: (name) => `${name} ist da`,
  },

  screen: {
    home: 'Alle Journale',
    people: 'Personen und Einladungen',
    peopleShort: 'Personen',
    pages: 'Seiten',
    add: 'Neu',
    close: 'Schließen',
    bar: 'Journal',
    now: 'Wer hier ist und was gespeichert ist',
  },

  update: { ready: 'Eine neue Fassung ist bereit.', reload: 'Neu laden', later: 'Später' },

  copy: { by: (name) => `von ${name}`, due: (day) => `bis ${day}`, fileName: 'journal' },
}
