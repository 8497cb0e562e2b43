"""Whatever fails while a file is written, the old file stays whole and nothing is left behind."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from perf_tui.store.errors import SaveError
from perf_tui.store.files import atomic
from perf_tui.store.files.atomic import sweep, write_atomically


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_writes_a_new_file_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "年.toml"
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == {"年.toml"}


def test_replaces_a_file_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real" / "a", tmp_path / "link"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize(
    "step",
    ["os.open", "os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace"],
)
@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.ENOSPC, "磁盘满了"), (errno.EIO, "读写出错"), (errno.ENXIO, "系统不允许")],
)
def test_a_failing_step_counts_as_not_saved_and_leaves_a_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, said: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(step, fail)
        with pytest.raises(SaveError, match=said) as caught:
            write_atomically(path, b"new")
    assert str(path) in str(caught.value)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"a"}


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from perf_tui.store.files.atomic import write_atomically\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_atomically(Path(sys.argv[1]), bytes(100_000))\n"
        "except Exception as error: sys.exit(type(error).__name__)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, text=True, check=False
    )
    assert run.stderr.strip() == "SaveError"
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"a"}


def refuse_to_flush_folders(patch: pytest.MonkeyPatch, code: int) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        real(descriptor)

    patch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EINVAL, errno.ENOTSUP])
def test_a_folder_that_cannot_be_flushed_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    refuse_to_flush_folders(monkeypatch, code)
    write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_folder_that_fails_to_be_flushed_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_flush_folders(monkeypatch, errno.EIO)
    with pytest.raises(SaveError, match="读写出错"):
        write_atomically(tmp_path / "a", b"new")
    assert names(tmp_path) == {"a"}


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match=r"没有 .*none 这个文件夹"):
        write_atomically(tmp_path / "none" / "a", b"new")


def test_folders_devices_and_read_only_files_are_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SaveError, match="这是文件夹"):
        write_atomically(tmp_path, b"new")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(SaveError, match="没有权限"):
        write_atomically(pipe, b"new")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    kept = tmp_path / "kept"
    kept.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(SaveError, match="没有权限"):
        write_atomically(kept, b"new")
    assert kept.read_bytes() == b"old"


def test_only_temporary_files_of_dead_processes_are_swept(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    living = f".perf-tui-{os.getppid()}.tmp"
    others = {living, ".perf-tui-x.tmp", "a.toml", ".a.1.tmp"}
    for name in (*others, f".perf-tui-{gone.pid}.tmp", f".perf-tui-{os.getpid()}.tmp"):
        (tmp_path / name).write_bytes(b"half")
    sweep(tmp_path)
    assert names(tmp_path) == others


def test_a_process_of_somebody_else_is_a_living_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(*_: object) -> None:
        raise PermissionError(errno.EPERM, "")

    monkeypatch.setattr(os, "kill", forbid)
    (tmp_path / ".perf-tui-1.tmp").write_bytes(b"half")
    sweep(tmp_path)
    assert names(tmp_path) == {".perf-tui-1.tmp"}


def test_windows_neither_flushes_folders_nor_asks_for_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(atomic, "WINDOWS", True)
    # There, signal 0 would break the process off.
    monkeypatch.setattr(os, "kill", never)
    (tmp_path / ".perf-tui-1.tmp").write_bytes(b"half")
    write_atomically(tmp_path / "a", b"new")
    assert names(tmp_path) == {"a"}


def test_windows_tries_again_while_a_scanner_holds_the_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("perf_tui.store.files.atomic.WINDOWS", True)
    monkeypatch.setattr("perf_tui.store.files.atomic.SCANNER_PAUSES", (0, 0, 0))
    held, replace = [1, 1], Path.replace

    def busy(self: Path, target: Path) -> Path:
        if held:
            held.pop()
            raise PermissionError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    path = tmp_path / "a.toml"
    write_atomically(path, b"whole")
    assert path.read_bytes() == b"whole"
