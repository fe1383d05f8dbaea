/** Where the receiver of webhooks finds who calls: the gateway only sees CloudFront. */
export const viewerAddressHeader = 'x-tirelire-viewer';

/** Written over whatever the caller sent under that name. */
export const viewerAddressText = `function handler(event) {
  var request = event.request;
  request.headers['${viewerAddressHeader}'] = { value: event.viewer.ip };
  return request;
}`;

/** A path without a dot is a route of the portal; a file that is missing stays missing. */
export const pageOfRouteText = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (!last.includes('.')) request.uri = '/index.html';
  return request;
}`;
