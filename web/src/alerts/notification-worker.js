// Says for a page that it is somebody's turn, where a browser leaves that to a worker; a press leads back to the page. It sees no
// request and keeps nothing.
self.addEventListener('notificationclick', (event) => {
  const { notification } = event;
  notification.close();
  const found = self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  event.waitUntil(found.then((pages) => (pages.find(({ url }) => url === notification.data) ?? pages[0])?.focus()));
});
