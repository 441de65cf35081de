"""Runs the code of notebooks in a Jupyter kernel, as a front end would:

    /usr/bin/python3 execute.py <kernel> <folder> < jobs.json > outputs.json

jobs.json has, for each notebook, a list of [code of a cell, whether it shows something]; outputs.json has, for each
notebook, the outputs of each of its cells. Every notebook gets a kernel of its own, with <folder> to work in.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from queue import Empty

from jupyter_client.manager import start_new_kernel

PATIENCE = 60
# The kernel says "idle" before it has sent everything, now and then: whatever comes this soon after still counts, and
# where something has to come, it is waited for a little longer.
AFTER_IDLE = 0.25
AFTER_IDLE_AT_MOST = 5


def run(client, code, shows):
    """The outputs of one cell, as nbformat has them."""
    sent = client.execute(code, store_history=True)
    outputs = []
    idle_at = None
    started = time.monotonic()
    while True:
        waits = AFTER_IDLE_AT_MOST if shows and not outputs else AFTER_IDLE
        deadline = started + PATIENCE if idle_at is None else idle_at + waits
        try:
            message = client.get_iopub_msg(timeout=max(0.0, deadline - time.monotonic()))
        except Empty:
            break
        if message["parent_header"].get("msg_id") != sent:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "status" and content["execution_state"] == "idle":
            idle_at = time.monotonic()
        elif kind == "stream":
            outputs.append({"output_type": "stream", "name": content["name"], "text": content["text"]})
        elif kind in ("display_data", "execute_result"):
            outputs.append({"output_type": kind, "data": content["data"]})
        elif kind == "error":
            outputs.append({"output_type": kind, **{key: content[key] for key in ("ename", "evalue", "traceback")}})
    if idle_at is None:
        raise TimeoutError(f"after {PATIENCE} s the kernel is not done with this cell:\n{code}")
    reply = client.get_shell_msg(timeout=PATIENCE)
    while reply["parent_header"].get("msg_id") != sent:
        reply = client.get_shell_msg(timeout=PATIENCE)
    # Where the kernel only replies that a cell failed, that is an error as well.
    failed = reply["content"]["status"] != "ok"
    if failed and not any(output["output_type"] == "error" for output in outputs):
        outputs.append({"output_type": "error", "ename": "failed", "evalue": str(reply["content"]), "traceback": []})
    return outputs


def run_all(kernel, folder, cells):
    manager, client = start_new_kernel(kernel_name=kernel, startup_timeout=PATIENCE, cwd=folder)
    try:
        return [run(client, code, shows) for code, shows in cells]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main(kernel, folder):
    notebooks = json.load(sys.stdin)
    with ThreadPoolExecutor(len(notebooks)) as pool:
        results = list(pool.map(lambda cells: run_all(kernel, folder, cells), notebooks))
    json.dump(results, sys.stdout)


main(*sys.argv[1:])
