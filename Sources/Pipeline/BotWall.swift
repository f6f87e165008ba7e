// SPDX-License-Identifier: Apache-2.0
import FeedFetcher

extension FetchResponse {
  /// Whether the answer is a page that asks a browser to prove itself, instead of the feed.
  ///
  /// It is recognised by what the walls say of themselves; nothing is done to get around them.
  var isChallenge: Bool {
    if header("cf-mitigated")?.lowercased() == "challenge" { return true }
    let type = contentType?.lowercased() ?? ""
    guard type.isEmpty || type.contains("html") else { return false }
    let page = String(decoding: body.prefix(16_384), as: UTF8.self).lowercased()
    return Self.signs.contains { page.contains($0) }
  }

  private static let signs = [
    "cf-chl-", "cf_chl_", "challenge-platform", "<title>just a moment", "ddos-guard",
    "_incapsula_resource", "aws-waf-token", "g-recaptcha", "h-captcha", "cf-turnstile",
    "/.well-known/sgcaptcha", "arvancloud", "ar-challenge", "perimeterx", "px-captcha",
  ]
}
