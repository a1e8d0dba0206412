/** Which screen stands at which address. The journal, with its editor, is loaded only when it is opened. */
import { Route, Switch } from 'wouter'

export function Routes() {
  return (
    <Switch>
      <Route>Tandem</Route>
    </Switch>
  )
}
