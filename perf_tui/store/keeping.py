"""One open file and everything that keeps its contents: lock, journal, backups, history."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from perf_tui.core.year import Year
from perf_tui.store.atomic import write_atomically
from perf_tui.store.backups import Backup, keep_altered, keep_backup
from perf_tui.store.beside import beside, digest_of, name_words, put_aside
from perf_tui.store.checksum import intact
from perf_tui.store.errors import ChangedError, SaveError, YearError, reason_of
from perf_tui.store.history import append_history
from perf_tui.store.journal import Origin
from perf_tui.store.lock import NO_LOCK, Access, HeldError, ask_for_lock, lock_path, take_lock
from perf_tui.store.toml import read_content
from perf_tui.store.writing_journal import JournalWriter
from perf_tui.store.years import YearFile, format_year, parse_year, write_year_file

Clock = Callable[[], datetime]
ENDING = ".toml"


def local_now() -> datetime:
    """The time here and now."""
    return datetime.now().astimezone()


def stamp(now: Clock = local_now) -> str:
    """The time to the minute, as it is written down."""
    return f"{now():%Y-%m-%d %H:%M}"


class Keeper:
    """Keeps what is typed into one file: noted in the journal at once, in the file when saved.

    `saved` is the year as the file has it, `content` the file's bytes; `held` says who else has
    it open, in which case nothing is written, and `elsewhere` that it is another computer, which
    may be over; `trouble` is what could not be kept, to be said once and then emptied. `left_at`
    is where the file was when an earlier run wrote the journal that has been found.
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
        """Who has the file and when it can be had, in words."""
        if self.elsewhere:
            return f"{self.held}，那边确已关掉的话，删掉 {lock_path(self.path)} "
        return f"{self.held}，{'升级程序' if self.saved.newer else '那边关掉'}以后"

    def note(self, year: Year) -> None:
        """Put what has been accepted into the journal; `trouble` says why it could not be."""
        if self.held or (self._journal is None and year == self.saved.year):
            return
        try:
            self._writer().note(year, self._stamp())
        except SaveError as error:
            self._complain(f"新填的内容暂时只在内存里，{error}", error)

    def has(self, year: Year) -> bool:
        """Whether everything in a year is in the journal or in the file; nothing is, if `held`."""
        noted = self._journal.noted if self._journal else self.saved.year
        return bool(self.held) or year == noted

    def take_up(self, year: Year) -> None:
        """Go on from what an earlier run left in the journal; SaveError leaves that as it is."""
        self._writer().write_anew(year, self._stamp())
        if self.left_at is not None:  # else it would be offered again, to a copy of the file
            with suppress(OSError):
                journal_path(self.left_at).unlink()

    def set_aside(self) -> Path:
        """Put what an earlier run left where it bothers nobody; SaveError if it has to stay."""
        journal = journal_path(self.left_at or self.path)
        try:
            return put_aside(journal)
        except OSError as error:
            raise SaveError(f"{journal} 没有挪开：{reason_of(error, '它已经不在了')}") from error

    def save(self, year: Year, *, overwrite: bool = False) -> None:
        """Write the file, keep a copy of it and of what it replaces, write its history.

        SaveError: nothing was written. ChangedError: somebody else has written the file meanwhile,
        and only `overwrite` replaces that, once it has been copied.
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
        self._write(replace(before, year=year, edited_by_hand=False, commented=commented))
        self._keep_copy(self.content)
        self._write_history(before.year)
        self._end_journal()

    def take_comments(self, other: YearFile) -> None:
        """Save with the comments of another version of the file, if this one has none."""
        commented = self.saved.commented or other.commented
        self.saved = replace(self.saved, commented=commented)

    def take_over(self) -> None:
        """Keep the file although another computer has not given it back; SaveError if it cannot."""
        try:
            self._lock = take_lock(self.path, self._stamp(), over=True)
        except HeldError as error:
            raise SaveError(f"{self.path} 没有接手：{error.words}") from error
        except OSError as error:
            raise SaveError(f"{self.path} 没有接手：{_told(error)}") from error
        self.held = ""

    def present(self) -> bytes | None:
        """The file's bytes as they are now; None where it cannot be read."""
        try:
            return read_content(self.path)
        except YearError:
            return None

    def restore(self, backup: Backup, file: YearFile) -> None:
        """Put a good copy in the place of a file that cannot be used, which is copied first."""
        present = self.present()
        if present is not None:
            self._keep_copy(present, required=True)
        content = read_content(backup.path)
        write_atomically(self.path, content)
        self.saved, self.content = file, content

    def save_elsewhere(self, year: Year, target: Path) -> Keeper:
        """Write a new file and go on there, by another keeper; SaveError leaves this one as it is.

        What was noted is in the new file, and no longer kept beside the old one.
        """
        if target.suffix.lower() != ENDING:
            raise SaveError(f"{target} 没有保存：文件名的结尾写成 {ENDING}")
        with suppress(OSError):  # of a name that cannot be, which writing tells better
            if target.exists():
                raise SaveError(f"{target} 没有保存：已经有同名的文件，换一个名字")
        file = replace(self.saved, year=year, edited_by_hand=False)
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
        """Let others have the file; a journal stays if it holds something that the file has not."""
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
        """The text whose comments are saved: somebody may have added some since the opening."""
        if present in (None, self.content):
            return self.saved.commented
        with suppress(YearError):
            form = self.saved.form
            return parse_year(present, lambda _: form).commented or self.saved.commented
        return self.saved.commented

    def _look_whether_it_is_there(self, file: YearFile) -> None:
        """Where only the folder could not be flushed, the file is the new one; if it lasts."""
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
            with suppress(OSError):  # next time it will be seen that everything is in the file
                self._journal.remove()
            self._journal = None

    def _keep_copy(self, content: bytes, *, required: bool = False) -> None:
        keep = keep_backup if intact(content) else keep_altered
        try:
            keep(self.path, content, self._now())
        except (OSError, SaveError) as error:
            if required:
                raise SaveError(f"{self.path} 没有保存：原来的文件没有备份成") from error
            self._complain(f"备份没有写成，{_told(error)}", error)

    def _write_history(self, before: Year) -> None:
        try:
            append_history(self.path, self.saved.form, before, self.saved.year, self._stamp())
        except (OSError, SaveError) as error:
            self._complain(f"修改记录没有写成，{_told(error)}", error)

    def _complain(self, words: str, error: OSError | SaveError) -> None:
        cause = error if isinstance(error, OSError) else error.__cause__
        if not (isinstance(cause, OSError) and cause.errno == errno.ENAMETOOLONG):
            self.trouble = words  # that the name is too long was said at opening

    def _stamp(self) -> str:
        return stamp(self._now)


def journal_path(path: Path) -> Path:
    """Where the journal of a file lies."""
    return beside(path, "journal")


def _told(error: OSError | SaveError) -> str:
    return str(error) if isinstance(error, SaveError) else reason_of(error, "那里没有这个文件夹")
