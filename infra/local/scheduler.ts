import { Cron } from 'croner';
import { schedules, timeZone, type Schedule } from '#shared/contract/background.ts';
import { isBuilt, type Invoke } from './functions.ts';

const scheduledTimeoutMs = 900_000;

/** Runs what has an hour once, now. False when nothing has that name. */
export async function runSchedule(name: string, invoke: Invoke): Promise<boolean> {
  const schedule = schedules.find((one) => one.name === name);
  if (!schedule || !isBuilt(schedule.functionName)) return false;
  await invoke(schedule.functionName, { schedule: name }, scheduledTimeoutMs);
  return true;
}

/** When it starts, as a cron: minute hour day month weekday. */
const cronOf = (schedule: Schedule): string =>
  'everyMinutes' in schedule
    ? `*/${schedule.everyMinutes} * * * *`
    : `${schedule.minute} ${schedule.hour} * * *`;

/** Starts the schedules of the portal at their hours in Europe/Paris; one run at a time. */
export function startScheduler(invoke: Invoke): { readonly stop: () => void } {
  const jobs = schedules.map((schedule) => {
    const { name } = schedule;
    return new Cron(
      cronOf(schedule),
      {
        timezone: timeZone,
        protect: true,
        catch: (error) => console.error(`schedule ${name}`, error),
      },
      () => runSchedule(name, invoke).then(() => undefined),
    );
  });
  return { stop: () => jobs.forEach((job) => job.stop()) };
}
