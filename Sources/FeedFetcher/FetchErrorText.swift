// SPDX-License-Identifier: Apache-2.0

extension FetchError {
  /// What the error tells beyond its ``code``, in the order that ``init(code:details:)`` takes.
  package var details: [String] {
    switch self {
    case .badURL(let text), .addressRefused(let text), .malformedAnswer(let text), .proxy(let text):
      [text]
    case .dns(let host), .connect(let host, _): [host]
    case .tls(let host, let why): [host, why]
    case .timedOut(let phase): [phase.rawValue]
    case .tooLarge(let limit), .headersTooLarge(let limit), .tooManyRedirects(let limit):
      [String(limit)]
    case .redirectRefused(let url, let reason): [url, reason.rawValue]
    case .transfer(let code, let text): [String(code), text]
    case .tooSlow, .truncated, .encoding, .unaskedNotModified, .emptyAnswer, .cancelled: []
    }
  }

  /// Makes the error again that had this ``code`` and these ``details``; `nil` when none has.
  package init?(code: String, details: [String]) {
    func detail(_ index: Int) -> String { index < details.count ? details[index] : "" }
    let number = Int(detail(0))
    switch code {
    case "bad-url": self = .badURL(detail(0))
    case "dns": self = .dns(host: detail(0))
    case "connection-refused": self = .connect(host: detail(0), .refused)
    case "unreachable": self = .connect(host: detail(0), .unreachable)
    case "connect": self = .connect(host: detail(0), .other)
    case "tls": self = .tls(host: detail(0), detail(1))
    case "timeout":
      guard let phase = Phase(rawValue: detail(0)) else { return nil }
      self = .timedOut(phase)
    case "too-slow": self = .tooSlow
    case "too-large": self = .tooLarge(limit: number ?? 0)
    case "headers-too-large": self = .headersTooLarge(limit: number ?? 0)
    case "too-many-redirects": self = .tooManyRedirects(limit: number ?? 0)
    case "redirect-refused":
      guard let reason = RedirectReason(rawValue: detail(1)) else { return nil }
      self = .redirectRefused(url: detail(0), reason)
    case "address-refused": self = .addressRefused(detail(0))
    case "truncated": self = .truncated
    case "encoding": self = .encoding
    case "unasked-304": self = .unaskedNotModified
    case "malformed-answer": self = .malformedAnswer(detail(0))
    case "empty-answer": self = .emptyAnswer
    case "proxy": self = .proxy(detail(0))
    case "transfer": self = .transfer(code: number ?? 0, detail(1))
    default: return nil
    }
  }
}
