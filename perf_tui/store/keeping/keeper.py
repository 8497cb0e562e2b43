"""An open file with all that keeps its contents safe: lock, journal, backups and history."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from perf_tui.core.answers.year import Year
from perf_tui.store.errors import ChangedError, SaveError, YearError, reason_of
from perf_tui.store.files.atomic import write_atomically
from perf_tui.store.files.sidecar import digest_of, name_words, put_aside, sidecar
from perf_tui.store.keeping.backups import Backup, keep_altered, keep_backup
from perf_tui.store.keeping.history import append_history, append_words
from perf_tui.store.keeping.journal import Origin
from perf_tui.store.keeping.lock import (
    NO_LOCK,
    Access,
    HeldError,
    ask_for_lock,
    lock_path,
    take_lock,
)
from perf_tui.store.keeping.writing_journal import JournalWriter
from perf_tui.store.toml.parsing import read_content
from perf_tui.store.years.checksum import intact
from perf_tui.store.years.year_file import (
    ENDING,
    YearFile,
    format_year,
    parse_year,
    write_year_file,
)

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """Return the current time with the local time zone."""
    return datetime.now().astimezone()


def stamp(now: Clock = local_now) -> str:
    """Return the time to the minute as it is written into files, like "2024-11-23 09:48"."""
    return f"{now():%Y-%m-%d %H:%M}"


class Keeper:
    """Keeps what is typed into the file at `path`: in the journal at once, in the file when saved.

    - `saved` is the year as the file has it, `content` the file's bytes.
    - `held` says who else has the file open, and is empty if nobody has; while it is not empty,
      nothing is written. `elsewhere` is true if a program on another computer has it, which may
      have ended long ago.
    - `trouble` is a sentence on what could not be kept. Whoever shows it empties it.
    - `left_at` is where the file was when an earlier run left the journal that has been found, or
      None if it was at `path`.
    """

    def __init__(
        self,
        path: Path,
        saved: YearFile,
        content: bytes,
        *,
        access: Access = NO_LOCK,
        now: Clock = local_now,
    ) -> None:
        self.path, self.saved, self.content = path, saved, content
        self.held, self.trouble, self.elsewhere = access.held, access.trouble, access.elsewhere
        self._lock, self._now = access.lock, now
        self._journal: JournalWriter | None = None
        self.left_at: Path | None = None

    @property
    def once_free(self) -> str:
        """Return who has the file and when it will be free, as the beginning of a sentence."""
        if self.elsewhere:
            return f"{self.held}，那边确已关掉的话，删掉 {lock_path(self.path)} "
        return f"{self.held}，{'升级程序' if self.saved.newer else '那边关掉'}以后"

    def note(self, year: Year) -> None:
        """Write what has been accepted to the journal; set `trouble` if that fails."""
        if self.held or (self._journal is None and year == self.saved.year):
            return
        try:
            self._writer().note(year, self._stamp())
        except SaveError as error:
            self._complain(f"新填的内容暂时只在内存里，{error}", error)

    def has(self, year: Year) -> bool:
        """Return whether all of a year is in the journal or the file; true for a `held` file."""
        noted = self._journal.noted if self._journal else self.saved.year
        return bool(self.held) or year == noted

    def take_up(self, year: Year) -> None:
        """Go on from `year`, which an earlier run left in its journal.

        Raises SaveError if it cannot be written; the earlier journal is then left as it is.
        """
        self._writer().write_anew(year, self._stamp())
        if self.left_at is not None:  # or it would be offered again, to a copy of the file
            with suppress(OSError):
                journal_path(self.left_at).unlink()

    def set_aside(self) -> Path:
        """Rename the journal that an earlier run left so that it is not offered again.

        Returns the new path; raises SaveError if it cannot be renamed.
        """
        journal = journal_path(self.left_at or self.path)
        try:
            return put_aside(journal)
        except OSError as error:
            raise SaveError(f"{journal} 没有挪开：{reason_of(error, '它已经不在了')}") from error

    def save(self, year: Year, *, overwrite: bool = False) -> None:
        """Write the file, back up the version before and the new one, and add to the history.

        Raises SaveError if the file was not written, and ChangedError if another program has
        written it meanwhile. With `overwrite`, that version is backed up and replaced.
        """
        if self.held:
            raise SaveError(f"{self.path} 没有保存：{self.once_free}再打开来改")
        present = self.present()
        if present not in (None, self.content) and not overwrite:
            raise ChangedError(f"{self.path} 没有保存：打开以后它被别的程序改过，先看看差别")
        if present is not None:
            self._keep_copy(present, required=present != self.content)
        before = self.saved
        commented = self._comments_beside(present)
        self._write(replace(before.with_year(year), edited_by_hand=False, commented=commented))
        self._keep_copy(self.content)
        self._write_history(before.year)
        self._end_journal()

    def save_following(self, file: YearFile, words: str) -> None:
        """Save the year as it goes on with another version of its form set.

        The version before is backed up, and `words` are added to the history. Raises SaveError if
        that fails; everything is then as it was.
        """
        present = self.present()
        if present is not None and not self.held:
            self._keep_copy(present, required=True)
        before, self.saved = self.saved, file
        try:
            self.save(file.year)
        except SaveError:
            self.saved = before
            raise
        try:
            append_words(self.path, words, self._stamp())
        except (OSError, SaveError) as error:
            self._complain(f"修改记录没有写成，{_reason(error)}", error)

    def take_comments(self, other: YearFile) -> None:
        """Save with the comments of `other`, a version of the same file, if this one has none."""
        commented = self.saved.commented or other.commented
        self.saved = replace(self.saved, commented=commented)

    def take_over(self) -> None:
        """Take the file from a program on another computer; raise SaveError if that fails."""
        try:
            self._lock = take_lock(self.path, self._stamp(), over=True)
        except HeldError as error:
            raise SaveError(f"{self.path} 没有接手：{error.words}") from error
        except OSError as error:
            raise SaveError(f"{self.path} 没有接手：{_reason(error)}") from error
        self.held = ""

    def present(self) -> bytes | None:
        """Return the bytes of the file as they are now, or None if it cannot be read."""
        try:
            return read_content(self.path)
        except YearError:
            return None

    def restore(self, backup: Backup, file: YearFile) -> None:
        """Replace a damaged file by a backup, after copying what is there among the backups.

        `file` is the year in the backup. Raises SaveError if the file was not replaced, YearError
        if the backup cannot be read.
        """
        present = self.present()
        if present is not None:
            self._keep_copy(present, required=True)
        content = read_content(backup.path)
        write_atomically(self.path, content)
        self.saved, self.content = file, content

    def save_elsewhere(self, year: Year, target: Path) -> Keeper:
        """Write the year to a new file and return the keeper of that; close this one.

        What was in the journal is in the new file, so the journal beside the old one is removed.
        Raises SaveError if it cannot be written; this keeper is then as it was.
        """
        if target.suffix.lower() != ENDING:
            raise SaveError(f"{target} 没有保存：文件名的结尾写成 {ENDING}")
        with suppress(OSError):  # a name that cannot be, of which writing tells more
            if target.exists():
                raise SaveError(f"{target} 没有保存：已经有同名的文件，换一个名字")
        file = replace(self.saved.with_year(year), edited_by_hand=False)
        access = ask_for_lock(target, self._stamp())
        if access.held:
            raise SaveError(f"{target} 没有保存：{access.held}，换一个名字")
        try:
            content = write_year_file(target, file)
        except SaveError:
            if access.lock is not None:
                access.lock.release()
            raise
        other = Keeper(target, file, content, access=access, now=self._now)
        other.trouble = other.trouble or name_words(target)
        self._end_journal()
        self.close()
        return other

    def close(self) -> None:
        """Give the file back. The journal stays if something in it is not in the file."""
        if self._journal is not None:
            unsaved = self._journal.noted != self.saved.year
            (self._journal.close if unsaved else self._end_journal)()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _write(self, file: YearFile) -> None:
        try:
            self.content, self.saved = write_year_file(self.path, file), file
        except SaveError:
            self._look_whether_it_is_there(file)
            raise

    def _comments_beside(self, present: bytes | None) -> str:
        """Return the text whose comments are saved; some may have been added since the opening."""
        if present in (None, self.content):
            return self.saved.commented
        with suppress(YearError):
            form = self.saved.form
            return parse_year(present, lambda _: form).commented or self.saved.commented
        return self.saved.commented

    def _look_whether_it_is_there(self, file: YearFile) -> None:
        """Find out whether only flushing the folder failed: then the new file is there already.

        It may not outlast a power cut, so the journal is told that the file may be either version.
        """
        content = format_year(file)
        if self.present() == content:
            self.content = content
            with suppress(SaveError):
                self._writer().add_version(digest_of(content), file.year, self._stamp())

    def _writer(self) -> JournalWriter:
        if self._journal is None:
            year = self.saved.year
            origin = Origin(year.form, year.year, digest_of(self.content), self._stamp())
            self._journal = JournalWriter(journal_path(self.path), origin, year)
        return self._journal

    def _end_journal(self) -> None:
        if self._journal is not None:
            with suppress(OSError):  # the next start will see that all of it is in the file
                self._journal.remove()
            self._journal = None

    def _keep_copy(self, content: bytes, *, required: bool = False) -> None:
        keep = keep_backup if intact(content) else keep_altered
        try:
            keep(self.path, content, self._now())
        except (OSError, SaveError) as error:
            if required:
                raise SaveError(f"{self.path} 没有保存：原来的文件没有备份成") from error
            self._complain(f"备份没有写成，{_reason(error)}", error)

    def _write_history(self, before: Year) -> None:
        try:
            append_history(self.path, self.saved.form, before, self.saved.year, self._stamp())
        except (OSError, SaveError) as error:
            self._complain(f"修改记录没有写成，{_reason(error)}", error)

    def _complain(self, words: str, error: OSError | SaveError) -> None:
        cause = error if isinstance(error, OSError) else error.__cause__
        if not (isinstance(cause, OSError) and cause.errno == errno.ENAMETOOLONG):
            self.trouble = words  # opening has told that the name is too long

    def _stamp(self) -> str:
        return stamp(self._now)


def journal_path(path: Path) -> Path:
    """Return where the journal of the file at `path` lies, or would lie."""
    return sidecar(path, "journal")


def _reason(error: OSError | SaveError) -> str:
    return str(error) if isinstance(error, SaveError) else reason_of(error, "那里没有这个文件夹")
