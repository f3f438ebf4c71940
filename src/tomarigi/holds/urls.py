"""The addresses of this room. They carry ids, never words."""

from django.urls import path

from tomarigi.holds import views

urlpatterns = [
    path("", views.home, name="home"),
    path("past", views.past, name="past"),
    path("holds/<int:hold_id>", views.hold, name="hold"),
    path("holds/<int:hold_id>/reading", views.reading, name="reading"),
    path("holds/<int:hold_id>/reading/mend", views.mend, name="mend"),
    path("holds/<int:hold_id>/wave", views.wave, name="wave"),
    path("holds/<int:hold_id>/choose", views.choose, name="choose"),
    path("holds/<int:hold_id>/rest", views.rest, name="rest"),
    path("holds/<int:hold_id>/practical", views.practical, name="practical"),
    path("holds/<int:hold_id>/outcome", views.outcome, name="outcome"),
    path("holds/<int:hold_id>/own-words", views.own_words, name="own_words"),
    path("holds/<int:hold_id>/take-back", views.take_back, name="take_back"),
    path("holds/<int:hold_id>/waiting/end", views.end_waiting, name="end_waiting"),
    path("holds/<int:hold_id>/delete", views.delete, name="delete"),
]
