"""The addresses of letters, of their templates, of documents and of correspondence."""

from django.urls import path

from putright.web.views import correspondence, documents, letter_templates, letters

ONE = "representations/<int:number>"

urlpatterns = [
    path(f"{ONE}/letters/", letters.choose, name="letter-choose"),
    path(f"{ONE}/letters/new/<slug:code>/", letters.new, name="letter-new"),
    path(f"{ONE}/letters/<int:letter>/", letters.one, name="letter"),
    path(f"{ONE}/letters/<int:letter>/edit/", letters.edit, name="letter-edit"),
    path(f"{ONE}/letters/<int:letter>/vet/", letters.vet, name="letter-vet"),
    path(f"{ONE}/letters/<int:letter>/send/", letters.send, name="letter-send"),
    path(f"{ONE}/letters/<int:letter>/files/<slug:kind>/", letters.letter_file, name="letter-file"),
    path(f"{ONE}/documents/add/", documents.add, name="document-add"),
    path(f"{ONE}/documents/<int:document>/", documents.one, name="document"),
    path(f"{ONE}/documents/<int:document>/download/", documents.download, name="document-download"),
    path(f"{ONE}/documents/<int:document>/content/", documents.content, name="document-content"),
    path(f"{ONE}/correspondence/add/", correspondence.add, name="correspondence-add"),
    path("letters/", letter_templates.templates, name="letter-templates"),
    path("letters/<slug:code>/", letter_templates.template, name="letter-template"),
]
