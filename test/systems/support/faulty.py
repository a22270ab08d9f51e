"""A worker with a fault: `faulty.py FAULT FILE COMMAND...` runs the command and goes wrong where FAULT says; FILE is there once it did."""
import os
import signal
import subprocess
import sys
import time

fault, file, *command = sys.argv[1:]


def once():
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL))
        return True
    except FileExistsError:
        return False


child = subprocess.Popen(command, stdout=subprocess.PIPE)
for number, line in enumerate(child.stdout):
    if fault in ("kill", "exit", "hang") and number == 4 and once():
        if fault == "hang":
            time.sleep(1000)
        child.kill()
        if fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        sys.exit(0)
    if fault == "always" and number == 4:
        sys.exit(0)
    # Not when a preflight only asks who is there.
    if b'"_end"' in line and b'"lines":0' not in line and (fault == "no-end" or (fault == "no-end-once" and once())):
        child.wait()
        sys.exit(0)
    if fault == "protocol":
        line = line.replace(b'"protocol":1', b'"protocol":2')
    if fault == "swapped" and number == 3:
        continue
    if fault == "code" and b'"lines":0' not in line and b'"_end"' in line:
        os.write(1, line)
        sys.exit(3)
    os.write(1, line)
sys.exit(child.wait())
