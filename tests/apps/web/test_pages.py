import pytest
from django.conf import settings
from django.test import Client

from tests.conftest import LayDown
from tomarigi.common.middleware import CONTENT_POLICY
from tomarigi.common.secret import renew
from tomarigi.holds.models import Hold
from tomarigi.safety import lines

ALL = ("/", "/past", "/help", "/settings", "/nowhere")


def plain(client: Client, path: str) -> str:
    return client.get(path).content.decode().replace("<wbr>", "")


@pytest.mark.parametrize("path", ALL)
@pytest.mark.django_db
def test_every_page_keeps_the_content_policy(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["Content-Security-Policy"] == CONTENT_POLICY
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ALL)
@pytest.mark.django_db
def test_help_is_one_tap_away(client: Client, path: str) -> None:
    assert 'href="/help"' in client.get(path).content.decode()


def test_help_needs_nothing(client: Client) -> None:
    # Without the `db` fixture any query would fail.
    page = plain(client, "/help")
    for line in lines():
        assert line.name["ja"] in page
        assert (line.number or line.chat or "") in page
    assert "時間は公式で確認" in page


def test_help_speaks_english(english: Client) -> None:
    page = plain(english, "/help")
    assert "There are people to talk to now." in page
    assert 'lang="en"' in page


def test_help_answers_no_post(client: Client) -> None:
    assert client.post("/help").status_code == 405


@pytest.mark.django_db
def test_japanese_comes_first() -> None:
    assert 'lang="ja"' in plain(Client(headers={"accept-language": "fr"}), "/")


@pytest.mark.django_db
@pytest.mark.parametrize(("chosen", "tongue"), [("en", "en"), ("ja", "ja"), ("xx", "ja")])
def test_a_language_is_chosen(client: Client, chosen: str, tongue: str) -> None:
    client.post("/settings/language", {"language": chosen})
    assert f'lang="{tongue}"' in plain(client, "/")


@pytest.mark.django_db
@pytest.mark.parametrize(("chosen", "look"), [("night", "night"), ("day", "day"), ("x", "device")])
def test_a_light_is_chosen(client: Client, chosen: str, look: str) -> None:
    client.post("/settings/look", {"look": chosen})
    assert f'data-look="{look}"' in plain(client, "/")


@pytest.mark.parametrize("path", ["/settings/look", "/settings/language"])
def test_choosing_needs_a_post(client: Client, path: str) -> None:
    assert client.get(path).status_code == 405


@pytest.mark.django_db
def test_an_expired_form_gives_the_words_back() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/", {"text": "これは消えない <b>"})
    assert answer.status_code == 403
    assert "これは消えない &lt;b&gt;" in answer.content.decode()


def test_what_rests_is_listed_without_a_word(client: Client, lay_down: LayDown) -> None:
    lay_down("だれにも見せないことば。")
    page = plain(client, "/past")
    assert "休んでいます" in page
    assert "見せない" not in page


def test_what_rests_is_counted_on_the_first_page(client: Client, lay_down: LayDown) -> None:
    lay_down("ひとつめの、雨の話。")
    lay_down("ふたつめは、駅のこと。")
    assert "ふたつ、ここで休んでいます" in plain(client, "/")


@pytest.mark.django_db
def test_an_empty_house_says_so(client: Client) -> None:
    assert "まだ何も置かれていません" in plain(client, "/past")


def test_with_a_lost_secret_nothing_is_lost_and_the_page_says_what_to_do(
    client: Client, lay_down: LayDown
) -> None:
    hold = lay_down()
    renew(settings.TOMARIGI_HOME)
    assert "鍵のファイル" in plain(client, f"/holds/{hold.pk}/reading")
    answer = client.post("/", {"text": "いま書いたことば。"})
    assert answer.status_code == 500
    assert Hold.objects.count() == 1
    assert "いま書いたことば。" in answer.content.decode()
    assert client.post("/settings/erase").status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.django_db
def test_another_site_learns_nothing_and_asks_for_nothing(client: Client, site: str) -> None:
    foreign = {"sec-fetch-site": site}
    for path in ("/past", "/help", "/static/tomarigi/parts.css", "/nowhere"):
        answer = client.get(path, headers=foreign)
        assert (answer.status_code, answer.content) == (403, b"")
    assert client.post("/settings/take-away", headers=foreign).status_code == 403
    framed = {**foreign, "sec-fetch-dest": "iframe"}
    assert client.get("/", headers=framed).status_code == 403


@pytest.mark.django_db
def test_a_link_from_elsewhere_leads_to_the_first_page(client: Client) -> None:
    arrives = {"sec-fetch-site": "cross-site", "sec-fetch-dest": "document"}
    assert client.get("/", headers=arrives).status_code == 200
