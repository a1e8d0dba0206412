/**
 * A picture or another file in a page. An entry like any other, so that an older program keeps it and shows its words; those are what a picture shows, for
 * who cannot see it. Its bytes are with the server.
 */
import { z } from 'zod'
import { FileId } from '../../ids.ts'
import { defineEntry } from './define-entry.ts'

export const file = defineEntry({
  kind: 'file',
  facts: {
    file: FileId,
    name: z.string().min(1).max(200),
    /** Of a picture that may be shown; anything else is only downloaded. */
    type: z.string().max(100),
    bytes: z.int().nonnegative(),
    /** Of a picture, in its own pixels: its room is kept while it is on the way. */
    width: z.int().positive(),
    height: z.int().positive(),
  },
})
