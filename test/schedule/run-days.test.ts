import { setFlagsFromString } from 'v8';
import { runInNewContext } from 'vm';
import { parseCron } from '../../src/schedule/cron';
import { gapsOf } from '../../src/schedule/gaps';

/** The memory that is still referenced, in MB. */
function used(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1e6;
}

test('the cache of many schedules does not fill the memory', () => {
  const before = used();
  for (let minute = 0; minute < 450; minute++) {
    const { fields } = parseCron(`cron(${minute % 60} ${Math.floor(minute / 60)} ? * * *)`);
    expect(gapsOf(fields!)).toEqual({ shortest: 1440, longest: 1440 });
  }
  // All of their days would need about 300
  expect(used() - before).toBeLessThan(150);
});
