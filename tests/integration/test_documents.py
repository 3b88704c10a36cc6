"""Documents: kept by their digest, told by their bytes, checked by a real clamd, and shown safely."""

from __future__ import annotations

import io
import socket
import threading
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.real_clamd import EICAR, LARGEST, running_clamd
from tests.system import records

from putright.accounts.permissions import verbs_of
from putright.casework import media_types, virus_check
from putright.casework.actions.add_document import add_document
from putright.casework.actions.base import NotPermitted, Writing
from putright.casework.actions.receive import receive
from putright.casework.check import prove
from putright.casework.documents import DocumentLost, NewDocument, keep, kept
from putright.casework.log import Dated
from putright.casework.media_types import NotTaken, media_type_of, safe_name
from putright.casework.queries import log_of
from putright.casework.taking_documents import File, FilesRefused, take
from putright.record import events as e
from putright.record.actor import Actor
from putright.record.replay import replay
from putright.record.state import State

MANAGER = Actor("Complaints manager", "hampshire", verbs_of(["complaints_manager"]))
TODAY, NOW, APRIL_9 = date(2018, 4, 16), datetime(2018, 4, 16, 9, 30, tzinfo=UTC), date(2018, 4, 9)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


@pytest.fixture(autouse=True)
def on_the_day(time_machine: Any) -> None:
    time_machine.move_to(NOW)


@pytest.fixture(scope="module")
def clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address and the socket of a real clamd."""
    with running_clamd(tmp_path_factory.mktemp("clamd")) as where:
        yield where


def complaint(reference: str = "CSC18-00010", handler: str = "Responding manager") -> int:
    event = e.Received(reference, "complaint")
    more = [Dated(e.Assigned(handler), APRIL_9)]
    return receive(MANAGER, event, on=APRIL_9, summary="", today=TODAY, now=NOW, more=more)


def state_of(number: int) -> State:
    state = replay(log_of(number))
    assert state is not None
    return state


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(records.account(role))
    return client


def posted(client: Client, number: int, *files: tuple[str, bytes], page: str = "documents/add", **given: str) -> Any:
    """Add files to a representation as its page would."""
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    form: dict[str, Any] = {"read_to": str(len(log_of(number))), "files": uploads, **given}
    return client.post(f"/representations/{number}/{page}/", form)


def zipped(*names: str, first: bytes = b"") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


def test_a_document_lies_once_under_its_digest(data_folder: Path) -> None:
    first, again = keep(PDF), keep(PDF)
    assert first == again
    files = [path for path in (data_folder / "documents").rglob("*") if path.is_file()]
    assert [str(path.relative_to(data_folder / "documents")) for path in files] == [f"{first[:2]}/{first[2:4]}/{first}"]
    assert files[0].stat().st_mode & 0o077 == 0
    assert kept(first) == PDF


def test_a_document_that_was_changed_or_taken_away_is_told(data_folder: Path) -> None:
    sha256 = keep(PDF)
    place = data_folder / "documents" / sha256[:2] / sha256[2:4] / sha256
    place.write_bytes(PDF.replace(b"1.7", b"1.4"))
    with pytest.raises(DocumentLost, match="was changed"):
        kept(sha256)
    place.unlink()
    with pytest.raises(DocumentLost, match="not in the store"):
        kept(sha256)
    with pytest.raises(DocumentLost, match="not the digest"):
        kept("../../secret-key")


def test_one_that_was_cut_off_while_it_was_written_is_written_again(data_folder: Path) -> None:
    sha256 = keep(PDF)
    (data_folder / "documents" / sha256[:2] / sha256[2:4] / sha256).write_bytes(PDF[:5])
    assert keep(PDF) == sha256
    assert kept(sha256) == PDF


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("scan.PDF", PDF, "application/pdf"),
        ("photo.png", PNG, "image/png"),
        ("photo.jpeg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("letter.docx", zipped("word/document.xml"), WORD),
        ("letter.odt", zipped("content.xml", first=OPEN_TEXT), OPEN_TEXT.decode()),
        ("note.txt", "Señor".encode("cp1252"), "text/plain"),
        ("mail.eml", b"From: a@example.com\r\n\r\nx", "message/rfc822"),
        ("voice.m4a", b"\x00\x00\x00\x20ftypM4A ", "audio/mp4"),
    ],
)  # fmt: skip
def test_a_file_of_a_kind_that_is_taken_is_told_by_its_bytes(name: str, content: bytes, media_type: str) -> None:
    assert media_type_of(name, content) == media_type


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("scan.pdf", b"MZ\x90\x00", r"ends in \.pdf but is not such a file"),
        ("setup.exe", b"MZ\x90\x00", "not of a kind that is taken"),
        ("page.html", b"<html>", "not of a kind that is taken"),
        ("picture.svg", b"<svg/>", "not of a kind that is taken"),
        ("no ending", PDF, "not of a kind that is taken"),
        ("note.txt", b"MZ\x90", r"ends in \.txt but is not"),
        ("letter.docx", zipped("word/document.xml", "word/vbaProject.bin"), r"ends in \.docx but is not"),
        ("letter.odt", zipped("content.xml", "Basic/Standard/Module1.xml", first=OPEN_TEXT), "but is not"),
        ("sheet.xlsx", zipped("word/document.xml"), r"ends in \.xlsx but is not"),
        ("empty.txt", b"", "is empty"),
    ],
)  # fmt: skip
def test_any_other_file_is_refused_with_what_to_do(name: str, content: bytes, why: str) -> None:
    with pytest.raises(NotTaken, match=why):
        media_type_of(name, content)


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_types, "LARGEST", len(PDF) - 1)
    with pytest.raises(NotTaken, match="is larger than"):
        media_type_of("scan.pdf", PDF)


@pytest.mark.parametrize(
    ("came", "named"),
    [
        ("../../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\My scan.pdf", "My scan.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        (".htaccess", "htaccess"),
        ("...", "document"),
        ("Żółć.pdf", "Żółć.pdf"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_a_name_is_made_safe(came: str, named: str) -> None:
    assert safe_name(came) == named


def test_of_several_files_all_are_taken_or_none(data_folder: Path) -> None:
    with pytest.raises(FilesRefused) as refused:
        take([File("scan.pdf", PDF), File("a.exe", b"MZ"), File("b.pdf", b"x")])
    assert len(refused.value.faults) == 2
    assert not (data_folder / "documents").exists()
    assert [each.name for each in take([File("scan.pdf", PDF), File("x/photo.png", PNG)])] == ["scan.pdf", "photo.png"]
    with pytest.raises(FilesRefused, match="21 files are too many"):
        take([File("scan.pdf", PDF)] * 21)


@pytest.mark.parametrize("way", [0, 1], ids=["by TCP", "by socket"])
def test_a_real_clamd_finds_the_test_virus_and_passes_the_rest(clamd: tuple[str, str], settings: Any, way: int) -> None:
    settings.CLAMD = clamd[way]
    with pytest.raises(virus_check.Infected, match="found Eicar-Test-Signature"):
        virus_check.check("note.txt", EICAR)
    virus_check.check("note.txt", b"Nothing here. " * 20_000)


def test_a_file_that_clamd_finds_too_large_is_not_taken(clamd: tuple[str, str], settings: Any) -> None:
    settings.CLAMD = clamd[0]
    with pytest.raises(virus_check.NotChecked, match="StreamMaxLength"):
        virus_check.check("note.txt", b"x" * (LARGEST + 2 * 1024 * 1024))


@pytest.mark.parametrize("address", ["127.0.0.1:9", "/nowhere/clamd.sock"])
def test_a_virus_check_that_does_not_answer_lets_nothing_in(settings: Any, data_folder: Path, address: str) -> None:
    settings.CLAMD = address
    with pytest.raises(FilesRefused, match=r"scan.pdf was not taken: the virus check at .* does not answer"):
        take([File("scan.pdf", PDF)])
    assert not (data_folder / "documents").exists()


@pytest.mark.parametrize("answer", [b"", b"stream: Can't allocate memory ERROR\0", b"UNKNOWN COMMAND\0"])
def test_an_answer_that_is_no_verdict_lets_nothing_in(settings: Any, answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.CLAMD = f"127.0.0.1:{server.getsockname()[1]}"

        def answer_once() -> None:
            heard, _ = server.accept()
            with heard:
                while not heard.recv(65536).endswith(b"\0\0\0\0"):
                    pass
                heard.sendall(answer)

        thread = threading.Thread(target=answer_once)
        thread.start()
        with pytest.raises(virus_check.NotChecked, match="answered"):
            virus_check.check("scan.pdf", PDF)
        thread.join()


@pytest.mark.django_db
def test_documents_are_added_in_the_page_and_opened_safely() -> None:
    number, manager = complaint(), signed_in("complaints_manager")
    assert "not checked for viruses here" in manager.get(f"/representations/{number}/documents/add/").content.decode()
    assert posted(manager, number, ("scan.pdf", PDF), ("photo.png", PNG), ("note.txt", b"<b>Hello")).status_code == 302
    assert [(each.number, each.media_type, each.size) for each in state_of(number).documents] == [
        (1, "application/pdf", len(PDF)), (2, "image/png", len(PNG)), (3, "text/plain", 8),
    ]  # fmt: skip
    down = manager.get(f"/representations/{number}/documents/3/download/")
    assert down.content == b"<b>Hello"
    assert down.headers["Content-Disposition"] == 'attachment; filename="note.txt"'
    assert down.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in down.headers["Content-Security-Policy"]
    assert "&lt;b&gt;Hello" in manager.get(f"/representations/{number}/documents/3/").content.decode()
    assert "attachment" in manager.get(f"/representations/{number}/documents/3/content/").headers["Content-Disposition"]
    picture = manager.get(f"/representations/{number}/documents/2/content/")
    assert (picture.headers["Content-Type"], picture.headers["Content-Disposition"][:6]) == ("image/png", "inline")
    assert manager.get(f"/representations/{number}/documents/9/").status_code == 404


@pytest.mark.django_db
def test_the_check_of_the_record_opens_every_document(data_folder: Path) -> None:
    number, manager = complaint(), signed_in("complaints_manager")
    posted(manager, number, ("scan.pdf", PDF), ("photo.png", PNG))
    proof = prove("hampshire")
    assert (proof.documents, proof.faults) == (2, [])
    lost = state_of(number).documents[0].sha256
    (data_folder / "documents" / lost[:2] / lost[2:4] / lost).unlink()
    proof = prove("hampshire")
    assert proof.documents == 1
    assert [fault.partition(": ")[2] for fault in proof.faults] == [
        f"log entry 3 (CSC18-00010, entry 3, DocumentAdded): The document {lost} is not in the store. "
        "Restore it from a backup."
    ]


@pytest.mark.django_db
def test_a_virus_is_refused_in_the_page_in_plain_words(clamd: tuple[str, str], settings: Any) -> None:
    settings.CLAMD = clamd[0]
    number, manager = complaint(), signed_in("complaints_manager")
    assert (
        "Every document is checked for viruses"
        in manager.get(f"/representations/{number}/documents/add/").content.decode()
    )
    told = posted(manager, number, ("scan.pdf", PDF), ("note.txt", EICAR)).content.decode()
    assert "note.txt was refused: the virus check found Eicar-Test-Signature" in told
    assert "and nothing of it was kept" in told
    assert state_of(number).documents == []
    assert posted(manager, number, ("scan.pdf", PDF)).status_code == 302
    assert len(state_of(number).documents) == 1


@pytest.mark.django_db
def test_the_same_document_is_not_put_on_one_record_twice() -> None:
    number = complaint()
    document = NewDocument("scan.pdf", keep(PDF), "application/pdf", len(PDF))
    writing = Writing(MANAGER, number, None, TODAY, NOW)
    add_document(writing, on=TODAY, documents=[document])
    with pytest.raises(NotPermitted, match="on the record already, as document 1"):
        add_document(writing, on=TODAY, documents=[document])


@pytest.mark.django_db
def test_a_confidential_document_is_for_those_who_see_everything() -> None:
    number, manager, responding = complaint(), signed_in("complaints_manager"), signed_in("responding_manager")
    posted(manager, number, ("secret.pdf", PDF), confidential="on")
    posted(manager, number, ("open.png", PNG))
    for part in ("", "download/", "content/"):
        assert responding.get(f"/representations/{number}/documents/1/{part}").status_code == 403
        assert responding.get(f"/representations/{number}/documents/2/{part}").status_code == 200
        assert manager.get(f"/representations/{number}/documents/1/{part}").status_code == 200


@pytest.mark.django_db
def test_a_note_of_a_call_goes_on_the_record_with_what_came_with_it() -> None:
    number, manager = complaint(), signed_in("complaints_manager")
    note = {"direction": "in", "channel": "e_mail", "party": "complainant", "text": "Sent the photograph."}
    day = {"on-day": "12", "on-month": "4", "on-year": "2018"}
    page = "correspondence/add"
    told = posted(manager, number, ("photo.png", PNG), page=page, **note, **day | {"on-day": "17"}).content.decode()
    assert "must be Monday 16 April 2018 or earlier" in told
    assert posted(manager, number, ("photo.png", PNG), page=page, **note, **day).status_code == 302
    exchange = log_of(number)[-2]
    assert exchange.event == e.CorrespondenceRecorded("in", "e_mail", "complainant", "", (1,))
    assert exchange.happened_on == date(2018, 4, 12)
    assert (state_of(number).correspondence, len(state_of(number).documents)) == (1, 1)


@pytest.mark.django_db
def test_another_representation_s_documents_cannot_be_reached() -> None:
    number = complaint()
    other = complaint("CSC18-00011", "Somebody else")
    posted(signed_in("complaints_manager"), other, ("scan.pdf", PDF))
    responding = signed_in("responding_manager")
    assert responding.get(f"/representations/{other}/documents/1/download/").status_code == 404
    assert responding.get(f"/representations/{number}/documents/1/download/").status_code == 404
