import { addedActivity, installActivity } from './activities.ts';
import { PEOPLE, type SeededPerson } from './people.ts';
import { hasApp, type LocalTeams, presentPerson } from './teams.ts';

/** Adds the app for a person; the bot learns of it in the way Teams tells it. */
export async function install(teams: LocalTeams, person: SeededPerson): Promise<boolean> {
  if (hasApp(teams, person)) return true;
  teams.state.value.installed.push(person.key);
  const { status } = await teams.post(installActivity(teams, person, 'add'));
  const isThere = status >= 200 && status < 300;
  if (isThere) await teams.post(addedActivity(teams, person));
  else forget(teams, person);
  settle(teams, person);
  return isThere;
}

export async function uninstall(teams: LocalTeams, person: SeededPerson): Promise<void> {
  if (!hasApp(teams, person)) return;
  forget(teams, person);
  settle(teams, person);
  await teams.post(installActivity(teams, person, 'remove'));
}

/** At the first start everybody gets the app; when the connector has moved, the bot is told where to. */
export async function settleIn(teams: LocalTeams): Promise<void> {
  const { state, serviceUrl } = teams;
  const hasMoved = state.value.serviceUrl !== '' && state.value.serviceUrl !== serviceUrl;
  let isDone = true;
  for (const person of PEOPLE) {
    if (!state.value.isSettled) isDone = (await install(teams, person)) && isDone;
    else if (hasMoved && hasApp(teams, person))
      await teams.post(installActivity(teams, person, 'add-upgrade'));
  }
  Object.assign(state.value, { isSettled: isDone, serviceUrl });
  state.save();
}

const forget = ({ state }: LocalTeams, person: SeededPerson): void => {
  state.value.installed = state.value.installed.filter((key) => key !== person.key);
};

const settle = (teams: LocalTeams, person: SeededPerson): void => {
  teams.state.save();
  teams.events.tell({ kind: 'person', person: presentPerson(teams, person) });
};
