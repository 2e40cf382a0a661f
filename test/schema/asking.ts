import { type ExecutionResult, graphql } from 'graphql';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import type { House } from '../../src/house/house.ts';
import { local } from '../stage/stage.ts';

/** Asks the schema a question as whoever sits at the machine. */
export async function ask(
  house: House,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<ExecutionResult> {
  return graphql({ schema, source, variableValues, contextValue: contextOf(house.desk(local)) });
}

/** The answer to a question that must go well. */
export async function answer<Data>(
  house: House,
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { data, errors } = await ask(house, source, variables);
  if (errors !== undefined) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
  return data as Data;
}

/** How many statements the graph runs while something is done. */
export async function statementsOf(house: House, work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const stop = house.graph.listen((name) => heard.push(name));
  await work().finally(stop);
  return heard;
}
