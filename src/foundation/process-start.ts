import { readFile } from 'node:fs/promises';

/**
 * When a process started, as text that no other process shares: the machine's boot and the clock ticks since it.
 * Null when there is no such process, when it has ended and only waits to be collected (a zombie), or where the
 * system has no /proc. Source: proc(5), fields 3 (state) and 22 (starttime) of /proc/PID/stat.
 */
export async function processStart(pid: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field, the command's name, may hold blanks and brackets: count from its last bracket.
    const [state, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = rest[18];
    if (state === 'Z' || state === 'X' || ticks === undefined) return null;
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return `${boot.trim()}:${ticks}`;
  } catch {
    return null;
  }
}

/** Whether the process that had this number and start is still running. A null start means that only the number is known. */
export async function isRunning(pid: number, started: string | null): Promise<boolean> {
  if (!answers(pid)) return false;
  if (started === null) return true;
  return (await processStart(pid)) === started;
}

function answers(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
