// SPDX-License-Identifier: Apache-2.0

/// A page that a protection service shows instead of the feed.
package struct BotWall: Sendable, Hashable {
  /// The service as users know it, such as `Cloudflare`.
  package let service: String

  /// Recognises the page by its headers and its first kilobytes.
  ///
  /// Only answers that are no feed are looked at: an XML or JSON document is never a wall, whatever
  /// it writes about.
  ///
  /// - Parameter response: Any answer.
  /// - Returns: `nil` when nothing gives a wall away.
  package static func recognise(_ response: FetchResponse) -> BotWall? {
    if let wall = byHeader(response) { return wall }
    guard response.status != 304, PageKind.of(response.body) != .feed else { return nil }
    let text = PageKind.lowercasedPrefix(of: response.body, count: 16 << 10)
    let isFailure = response.status >= 400 || response.status == 202
    for mark in marks where text.contains(mark.text) && (isFailure || mark.isSure) {
      return BotWall(service: mark.service)
    }
    return nil
  }

  private static func byHeader(_ response: FetchResponse) -> BotWall? {
    if response.header("cf-mitigated")?.lowercased() == "challenge" {
      return BotWall(service: "Cloudflare")
    }
    if response.header("x-amzn-waf-action") != nil { return BotWall(service: "AWS WAF") }
    guard response.status == 403 || response.status == 503 || response.status == 429 else {
      return nil
    }
    if response.header("x-datadome") != nil { return BotWall(service: "DataDome") }
    if response.header("x-sucuri-block") != nil { return BotWall(service: "Sucuri") }
    return nil
  }

  /// What such pages contain, in lower case; a sure mark tells a wall even behind a status 200.
  private static let marks: [(text: String, service: String, isSure: Bool)] = [
    ("/cdn-cgi/challenge-platform/", "Cloudflare", true),
    ("window._cf_chl_opt", "Cloudflare", true),
    ("attention required! | cloudflare", "Cloudflare", true),
    ("<title>just a moment...", "Cloudflare", true),
    ("cf-error-details", "Cloudflare", false),
    ("__arcsjs", "ArvanCloud", true),
    ("arvancloud", "ArvanCloud", false),
    ("ddos-guard", "DDoS-Guard", false),
    ("check.ddos-guard.net", "DDoS-Guard", true),
    ("_incapsula_resource", "Imperva", true),
    ("incapsula incident id", "Imperva", true),
    ("captcha-delivery.com", "DataDome", true),
    ("px-captcha", "HUMAN", true),
    ("sucuri_cloudproxy_js", "Sucuri", true),
    ("access denied - sucuri", "Sucuri", true),
    ("errors.edgesuite.net", "Akamai", false),
    ("awswafcookiedomainlist", "AWS WAF", true),
    ("within.website/x/cmd/anubis", "Anubis", true),
    ("/.within.website/", "Anubis", true),
    ("<title>vercel security checkpoint", "Vercel", true),
    ("sgcaptcha", "SiteGround", true),
    ("hcaptcha.com/1/api.js", "hCaptcha", false),
    ("google.com/recaptcha/", "reCAPTCHA", false),
  ]
}

/// What the first bytes of a body look like.
package enum PageKind: Sendable, Hashable {
  /// An XML document that is not XHTML, or JSON.
  case feed
  case html
  case empty
  case other

  /// Looks at the beginning of a body; what it really is, is up to the parser.
  package static func of(_ body: [UInt8]) -> PageKind {
    let text = lowercasedPrefix(of: body, count: 2048).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if text.isEmpty { return .empty }
    if text.hasPrefix("{") || text.hasPrefix("[") { return .feed }
    guard text.hasPrefix("<") else { return .other }
    if text.contains("<html") || text.hasPrefix("<!doctype html") || text.hasPrefix("<head") {
      return .html
    }
    let roots = ["<?xml", "<rss", "<feed", "<rdf:rdf", "<channel", "<opml"]
    return roots.contains { text.hasPrefix($0) } ? .feed : .other
  }

  static func lowercasedPrefix(of body: [UInt8], count: Int) -> String {
    let bytes = body.prefix(count).filter { $0 != 0 }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
