"""What child processes do, a module for each kind of job; every module has `run(channel, request, pack)`."""
