/** The one way a component changes something on the server. */
import type { Contract } from '@tandem/shared/contracts/contract.ts'
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from './call.ts'

type Key = readonly string[]
export type Act<Input, Output> = UseMutationResult<Output, Error, Input>

/** A call that changes something; when it succeeded, the answers under `renews` are asked for again before it counts as done. */
export function useAct<Input extends z.ZodType, Output extends z.ZodType>(
  contract: Contract<Input, Output>,
  ...renews: readonly Key[]
): Act<z.input<Input>, z.output<Output>> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: z.input<Input>) => call(contract, input),
    onSuccess: () => Promise.all(renews.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}
