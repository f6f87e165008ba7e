// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Says in our words what libcurl says in numbers.
enum FetchErrorMapping {
  /// The error of a transfer that did not end well.
  static func error(
    of outcome: EasyHandle.Outcome,
    phase: FetchError.Phase,
    _ transfer: Transfer
  ) -> FetchError {
    switch transfer.stop {
    case .tooLarge: return .tooLarge(limit: transfer.request.maxSize)
    case .headersTooLarge: return .headersTooLarge(limit: Transfer.headLimit)
    case .shed: return .tooLarge(limit: transfer.request.maxSize)
    case .contradiction: return .malformedAnswer("two lengths that contradict each other")
    case .enough, nil: break
    }
    if let address = transfer.refusedAddress, !transfer.hasAllowedAddress {
      return .addressRefused(address)
    }
    // What libcurl calls out of memory is a line of the head beyond its own limit.
    if outcome.code == 27, !transfer.head.isOver {
      return .headersTooLarge(limit: Transfer.headLimit)
    }
    return error(
      code: outcome.code,
      text: outcome.text,
      systemError: outcome.systemError,
      phase: phase,
      host: transfer.current.host,
      limit: transfer.request.maxSize,
      isProxied: !transfer.proxy.isEmpty,
      hasHead: transfer.head.status != 0
    )
  }

  /// The error of a number of libcurl (`libcurl-errors(3)`).
  static func error(
    code: Int,
    text: String,
    systemError: Int,
    phase: FetchError.Phase,
    host: String,
    limit: Int,
    isProxied: Bool,
    hasHead: Bool
  ) -> FetchError {
    let lower = text.lowercased()
    if lower.contains("too large response headers") {
      return .headersTooLarge(limit: Transfer.headLimit)
    }
    switch code {
    case 3: return .badURL(text)
    case 1, 8: return .malformedAnswer(text)
    case 5, 97: return .proxy(text)
    case 6: return .dns(host: host)
    case 7:
      if isProxied { return .proxy("no connection to it") }
      return .connect(host: host, connectReason(systemError))
    case 16, 92: return hasHead ? .truncated : .malformedAnswer(text)
    case 18: return .truncated
    case 28: return .timedOut(phase)
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98:
      return .tls(host: host, text)
    case 52: return .emptyAnswer
    case 55, 56:
      if isProxied, lower.contains("connect tunnel") || lower.contains("proxy") {
        return .proxy(text)
      }
      if lower.contains("chunk") || lower.contains("hexadecimal") { return .malformedAnswer(text) }
      return hasHead ? .truncated : .emptyAnswer
    case 23 where lower.contains("encod") || lower.contains("decod"), 61: return .encoding
    case 63: return .tooLarge(limit: limit)
    default: return .transfer(code: code, text)
    }
  }

  private static func connectReason(_ code: Int) -> FetchError.ConnectReason {
    switch Int32(code) {
    case ECONNREFUSED: .refused
    case ENETUNREACH, EHOSTUNREACH, EADDRNOTAVAIL, ENETDOWN: .unreachable
    default: .other
    }
  }
}

/// Decides whether an answer that points elsewhere is followed.
enum Redirection {
  /// The next address of a transfer whose last answer was a redirect.
  static func next(after transfer: Transfer) -> Result<CurlURL, FetchError> {
    let target = transfer.head.header("location") ?? ""
    return next(from: transfer.current, target: target, count: transfer.redirects.count)
  }

  /// The next address.
  ///
  /// - Parameters:
  ///   - current: The address that answered.
  ///   - target: What it points to; may be relative.
  ///   - count: Redirects so far.
  /// - Returns: The address, or why it is not followed.
  static func next(from current: CurlURL, target: String, count: Int) -> Result<
    CurlURL, FetchError
  > {
    guard count < Transfer.redirectLimit else {
      return .failure(.tooManyRedirects(limit: Transfer.redirectLimit))
    }
    let shown = HeaderText.printable(target, limit: 120)
    let scheme = scheme(of: target)
    if let scheme, scheme != "http", scheme != "https" {
      return .failure(.redirectRefused(url: scheme + ":", .scheme))
    }
    guard let url = CurlURL(target, relativeTo: current) else {
      return .failure(.redirectRefused(url: shown, .malformed))
    }
    guard !url.hasUserinfo else { return .failure(.redirectRefused(url: url.host, .userinfo)) }
    guard current.scheme != "https" || url.scheme == "https" else {
      return .failure(.redirectRefused(url: shown, .downgrade))
    }
    return .success(url)
  }

  private static func scheme(of text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon].lowercased()
    let isScheme =
      !scheme.isEmpty
      && scheme.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
      }
    return isScheme ? scheme : nil
  }
}
