// SPDX-License-Identifier: Apache-2.0
import CCurl
import Glibc

/// What a transfer does with what arrives; called on the thread that drives curl.
///
/// A class and not a protocol, so that C can carry a plain pointer to it.
class TransferSink {
  /// Takes one line of the head without its line end; returns `false` to give the transfer up.
  func receive(headerLine: Span<UInt8>) -> Bool { true }
  /// Takes bytes of the body after decompression.
  func receive(body: Span<UInt8>) -> EasyHandle.Verdict { .goOn }
  /// Whether a socket to this address may be opened.
  func allows(address: [UInt8], isV6: Bool) -> Bool { false }
}

/// One transfer of libcurl, from its settings to its result.
@safe struct EasyHandle: ~Copyable {
  /// What happens after bytes of the body have come.
  enum Verdict { case goOn, pause, giveUp }

  /// The settings of one question.
  struct Settings {
    var url: String
    /// Whole lines `Name: value`.
    var headers: [String]
    var userAgent: String
    var credentials: (name: String, password: String)?
    /// Empty for none.
    var proxy: String
    var http: FetchRequest.HTTPVersion
    var verifyTLS: Bool
    var connectTimeout: Int
    var maxSize: Int
    /// Never use a connection that somebody else has opened.
    var needsOwnConnection: Bool
  }

  /// A code and its words, after a transfer has ended.
  struct Outcome {
    let code: Int
    /// From the error buffer, else libcurl's usual words.
    let text: String
    let status: Int
    /// 1, 2, 3 for HTTP/1.0, 1.1 and 2; 30 for 3.
    let version: Int
    let systemError: Int
  }

  let raw: UnsafeMutableRawPointer
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private let errorText: UnsafeMutablePointer<CChar>

  /// Fails when there is no memory.
  init?() {
    guard let raw = unsafe curl_easy_init() else { return nil }
    unsafe self.raw = raw
    unsafe headerList = nil
    unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    unsafe curl_easy_cleanup(raw)
    unsafe curl_slist_free_all(headerList)
    unsafe errorText.deallocate()
  }

  /// Identifies the handle in messages of the multi handle.
  var identity: UInt { unsafe UInt(bitPattern: raw) }

  /// Makes the handle ready for a question; what it was before is forgotten.
  ///
  /// - Parameters:
  ///   - settings: The question.
  ///   - sink: Gets what arrives; must live until the handle has left its multi handle.
  /// - Returns: `false` when libcurl refuses a setting.
  mutating func prepare(_ settings: Settings, sink: TransferSink) -> Bool {
    unsafe curl_easy_reset(raw)
    unsafe curl_slist_free_all(headerList)
    unsafe headerList = nil
    for line in settings.headers {
      guard let list = unsafe curl_slist_append(headerList, line) else { return false }
      unsafe headerList = list
    }
    unsafe errorText.pointee = 0
    let user = unsafe Unmanaged.passUnretained(sink).toOpaque()
    var isGood = unsafe set(user)
    isGood = set(CURLOPT_URL, settings.url) && isGood
    isGood = set(CURLOPT_USERAGENT, settings.userAgent) && isGood
    isGood =
      unsafe rasad_curl_set_pointer(raw, CURLOPT_HTTPHEADER, headerList) == CURLE_OK && isGood
    isGood = set(CURLOPT_PROXY, settings.proxy) && set(CURLOPT_NOPROXY, "") && isGood
    if let credentials = settings.credentials {
      isGood = set(CURLOPT_USERNAME, credentials.name) && isGood
      isGood = set(CURLOPT_PASSWORD, credentials.password) && isGood
      // CURLAUTH_BASIC, a macro that the importer leaves out.
      isGood = set(CURLOPT_HTTPAUTH, 1 << 0) && isGood
    }
    let version = settings.http == .one ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS
    isGood = set(CURLOPT_HTTP_VERSION, Int(version)) && isGood
    isGood = set(CURLOPT_SSL_VERIFYPEER, settings.verifyTLS ? 1 : 0) && isGood
    isGood = set(CURLOPT_SSL_VERIFYHOST, settings.verifyTLS ? 2 : 0) && isGood
    isGood = set(CURLOPT_CONNECTTIMEOUT_MS, settings.connectTimeout) && isGood
    isGood = set(CURLOPT_FRESH_CONNECT, settings.needsOwnConnection ? 1 : 0) && isGood
    // A length that is told beforehand is refused beforehand.
    let size = curl_off_t(settings.maxSize)
    return unsafe rasad_curl_set_off(raw, CURLOPT_MAXFILESIZE_LARGE, size) == CURLE_OK && isGood
  }

  /// What is the same for every question.
  private func set(_ user: UnsafeMutableRawPointer) -> Bool {
    let strings = [
      (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
      (CURLOPT_ACCEPT_ENCODING, ""),
    ]
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_NETRC, 0), (CURLOPT_NOSIGNAL, 1),
      (CURLOPT_DISALLOW_USERNAME_IN_URL, 1), (CURLOPT_HTTP09_ALLOWED, 0),
      // CURLOPT_PIPEWAIT stays off: it lets transfers wait for a connection that may hang.
      // A resolver that hangs must not hold up the thread that all transfers share.
      (CURLOPT_QUICK_EXIT, 1),
      (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
    ]
    // Refused while libcurl still holds a buffer from the handle's last use; either size is fine.
    _ = set(CURLOPT_BUFFERSIZE, 64 << 10)
    let callbacks = unsafe [
      rasad_curl_set_data_callback(raw, CURLOPT_WRITEFUNCTION, onBody),
      rasad_curl_set_data_callback(raw, CURLOPT_HEADERFUNCTION, onHeader),
      rasad_curl_set_socket_callback(raw, onSocket),
      rasad_curl_set_pointer(raw, CURLOPT_WRITEDATA, user),
      rasad_curl_set_pointer(raw, CURLOPT_HEADERDATA, user),
      rasad_curl_set_pointer(raw, CURLOPT_OPENSOCKETDATA, user),
      rasad_curl_set_pointer(raw, CURLOPT_ERRORBUFFER, errorText),
    ]
    return callbacks.allSatisfy { $0 == CURLE_OK } && strings.allSatisfy { set($0.0, $0.1) }
      && numbers.allSatisfy { set($0.0, $0.1) }
  }

  private func set(_ option: CURLoption, _ value: Int) -> Bool {
    unsafe rasad_curl_set_long(raw, option, value) == CURLE_OK
  }

  private func set(_ option: CURLoption, _ value: String) -> Bool {
    unsafe rasad_curl_set_string(raw, option, value) == CURLE_OK
  }

  /// Lets a paused transfer go on; what libcurl has kept arrives before this returns.
  func resume() { _ = unsafe curl_easy_pause(raw, CURLPAUSE_CONT) }

  /// Seconds since the start that each step took; 0 for a step that has not ended.
  private func time(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    _ = unsafe rasad_curl_get_off(raw, info, &value)
    return Int(value)
  }

  private func number(_ info: CURLINFO) -> Int {
    var value = 0
    _ = unsafe rasad_curl_get_long(raw, info, &value)
    return value
  }

  /// What is going on in a transfer.
  func phase(isTLS: Bool) -> FetchError.Phase {
    if time(CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .dns }
    if time(CURLINFO_CONNECT_TIME_T) == 0 { return .connect }
    if isTLS, time(CURLINFO_APPCONNECT_TIME_T) == 0 { return .tls }
    return time(CURLINFO_STARTTRANSFER_TIME_T) == 0 ? .answer : .body
  }

  /// Bytes of the body as they came over the wire.
  var wireBytes: Int { time(CURLINFO_SIZE_DOWNLOAD_T) }

  /// The result of a transfer that ended with `code`.
  func outcome(_ code: Int) -> Outcome {
    var text = unsafe String(cString: errorText)
    if text.isEmpty, let words = unsafe curl_easy_strerror(CURLcode(UInt32(code))) {
      text = unsafe String(cString: words)
    }
    return Outcome(
      code: code,
      text: HeaderText.printable(text),
      status: number(CURLINFO_RESPONSE_CODE),
      version: number(CURLINFO_HTTP_VERSION),
      systemError: number(CURLINFO_OS_ERRNO)
    )
  }
}

private func sink(_ user: UnsafeMutableRawPointer) -> TransferSink {
  unsafe Unmanaged<TransferSink>.fromOpaque(user).takeUnretainedValue()
}

private func onBody(
  _ data: UnsafeMutablePointer<CChar>?,
  _ size: Int,
  _ count: Int,
  _ user: UnsafeMutableRawPointer?
) -> Int {
  guard let data = unsafe data, let user = unsafe user else { return 0 }
  let total = size * count
  return unsafe data.withMemoryRebound(to: UInt8.self, capacity: total) { bytes in
    let buffer = unsafe UnsafeBufferPointer(start: bytes, count: total)
    switch unsafe sink(user).receive(body: buffer.span) {
    case .goOn: return total
    case .pause: return Int(CURL_WRITEFUNC_PAUSE)
    // Not the number of bytes, which libcurl takes as an error.
    case .giveUp: return total == 0 ? 1 : 0
    }
  }
}

private func onHeader(
  _ data: UnsafeMutablePointer<CChar>?,
  _ size: Int,
  _ count: Int,
  _ user: UnsafeMutableRawPointer?
) -> Int {
  guard let data = unsafe data, let user = unsafe user else { return 0 }
  let total = size * count
  return unsafe data.withMemoryRebound(to: UInt8.self, capacity: total) { bytes in
    var length = total
    while length > 0, unsafe bytes[length - 1] == 0x0A || bytes[length - 1] == 0x0D { length -= 1 }
    let buffer = unsafe UnsafeBufferPointer(start: bytes, count: length)
    return unsafe sink(user).receive(headerLine: buffer.span) ? total : 0
  }
}

private func onSocket(
  _ user: UnsafeMutableRawPointer?,
  _ purpose: curlsocktype,
  _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
  guard let user = unsafe user, let address = unsafe address else { return -1 }
  let family = unsafe address.pointee.family
  let isV6 = family == AF_INET6
  guard isV6 || family == AF_INET else { return -1 }
  // struct sockaddr_in keeps its address at byte 4, struct sockaddr_in6 at byte 8.
  let bytes = unsafe withUnsafeBytes(of: &address.pointee.addr) { space -> [UInt8] in
    let start = unsafe space.baseAddress ?? UnsafeRawPointer(address)
    let range = isV6 ? 8..<24 : 4..<8
    return unsafe Array(UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count))
  }
  guard unsafe sink(user).allows(address: bytes, isV6: isV6) else { return -1 }
  let type = unsafe address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
  return unsafe socket(family, type, address.pointee.protocol)
}

/// An address taken apart the way libcurl does it, so that both mean the same host.
struct CurlURL: Sendable, Hashable {
  let scheme: String
  /// In lower case; numbers in dotted form.
  let host: String
  let port: Int
  let hasUserinfo: Bool
  /// The whole address without fragment, what is not ASCII percent-encoded.
  let text: String

  /// Fails for what is not an absolute address.
  ///
  /// - Parameters:
  ///   - address: An address; may be relative when there is a base.
  ///   - base: What a relative address starts from.
  init?(_ address: String, relativeTo base: CurlURL? = nil) {
    guard let handle = unsafe curl_url() else { return nil }
    defer { unsafe curl_url_cleanup(handle) }
    let flags = UInt32(CURLU_URLENCODE) | UInt32(CURLU_NON_SUPPORT_SCHEME)
    if let base {
      guard unsafe curl_url_set(handle, CURLUPART_URL, base.text, flags) == CURLUE_OK else {
        return nil
      }
    }
    let address = InternationalName.ascii(url: address)
    guard unsafe curl_url_set(handle, CURLUPART_URL, address, flags) == CURLUE_OK,
      unsafe curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK
    else { return nil }
    func part(_ part: CURLUPart, _ flags: UInt32 = 0) -> String? {
      var text: UnsafeMutablePointer<CChar>?
      guard unsafe curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text = unsafe text
      else { return nil }
      defer { unsafe curl_free(text) }
      return unsafe String(cString: text)
    }
    guard let scheme = part(CURLUPART_SCHEME)?.lowercased(),
      let host = part(CURLUPART_HOST)?.lowercased(), !host.isEmpty, let text = part(CURLUPART_URL)
    else { return nil }
    self.scheme = scheme
    self.host = host
    self.text = text
    port = part(CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap { Int($0) } ?? 0
    hasUserinfo = part(CURLUPART_USER) != nil || part(CURLUPART_PASSWORD) != nil
  }

  /// Scheme, host and port.
  var origin: String { "\(scheme)://\(host):\(port)" }

  /// Whether credentials for one may be sent to the other.
  func hasSameOrigin(as other: CurlURL) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
  }
}
