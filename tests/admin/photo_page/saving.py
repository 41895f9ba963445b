"""A photo's page, saved as a browser sends it."""

from articles.models import PhotoText
from tests.admin.photo_forms import address, page_data


def save(client, photo, **changes):
    text = PhotoText.objects.get(photo=photo)
    return client.post(address("change", photo.pk), page_data(photo, text, **changes))
