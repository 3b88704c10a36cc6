"""A real Spark standalone cluster on loopback: a master and two workers, each a process that is ended by its number."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

HOST = "127.0.0.1"
WORKERS = 2
PATIENCE_S = 120


def what_is_missing() -> str:
    """Why no cluster can be started here; empty where one can."""
    if shutil.which("java") is None:
        return "there is no Java: apt-get install default-jre-headless"
    if find_spec("pyspark") is None:
        return "there is no pyspark: pip install -r requirements/spark.txt into an environment that has the tests' lock"
    return ""


@contextmanager
def spark_cluster(folder: Path) -> Iterator[str]:
    """The address of a master to which two workers have come; its logs and its work are in `folder`."""
    spec = find_spec("pyspark")
    assert spec
    assert spec.origin
    home, master = Path(spec.origin).parent, f"spark://{HOST}:{_free_port()}"
    port = master.rsplit(":", 1)[1]
    with ExitStack() as running:
        running.enter_context(
            _process(home, folder / "master.log", "master.Master", "--host", HOST, "--port", port, "--webui-port", "0")
        )
        _wait_for(folder / "master.log", "I have been elected leader", 1)
        for number in range(WORKERS):
            work, log = folder / f"work-{number}", folder / f"worker-{number}.log"
            work.mkdir(parents=True)
            its_own = ["--host", HOST, "--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", str(work)]
            running.enter_context(_process(home, log, "worker.Worker", *its_own, master))
        _wait_for(folder / "master.log", "Registering worker", WORKERS)
        yield master


@contextmanager
def _process(home: Path, log: Path, role: str, *arguments: str) -> Iterator[None]:
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{role}", *arguments]
    environment = os.environ | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": HOST, "SPARK_DAEMON_MEMORY": "256m"}
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as out:
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=out, start_new_session=True)
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)


def _wait_for(log: Path, words: str, times: int) -> None:
    until = time.monotonic() + PATIENCE_S
    while log.read_text().count(words) < times:
        if time.monotonic() > until:
            raise TimeoutError(f"Spark did not say “{words}”:\n{log.read_text()[-2000:]}")
        time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind((HOST, 0))
        return int(bound.getsockname()[1])
