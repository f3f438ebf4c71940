"""Every address of the house."""

from django.urls import include, path

from tomarigi.web import views

urlpatterns = [
    path("", include("tomarigi.holds.urls")),
    path("help", views.help_page, name="help"),
    path("settings", views.settings_page, name="settings"),
    path("settings/look", views.look, name="look"),
    path("settings/take-away", views.take_away, name="take_away"),
    path("settings/erase", views.erase, name="erase"),
    path("settings/language", views.choose_language, name="language"),
]

handler400 = "tomarigi.web.views.bad_request"
handler403 = "tomarigi.web.views.form_expired"
handler404 = "tomarigi.web.views.not_found"
handler500 = "tomarigi.web.views.broken"
