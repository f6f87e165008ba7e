// SPDX-License-Identifier: Apache-2.0

/// A fetch on its way, from the first question to the answer behind the last redirect.
///
/// Belongs to the thread that drives curl.
final class Transfer: TransferSink {
  /// Why libcurl was told to stop, when it was us who stopped it.
  enum Stop {
    /// More bytes than the feed may have.
    case tooLarge
    case headersTooLarge
    /// Two lengths that contradict each other (RFC 9110, 8.6).
    case contradiction
    /// The rest of a redirect or of an error page: nobody needs it.
    case enough
    /// No room in the memory for bodies; the fetch begins again once it is alone.
    case shed
  }

  /// Bytes of the whole head, early hints and all.
  static let headLimit = 256 << 10
  /// Bytes of a body that is no feed: enough to recognise a bot wall by.
  static let pageLimit = 64 << 10
  /// Bytes that compressed bodies may go over the memory for bodies, because a paused one would
  /// collect what libcurl has yet to decompress, out of our sight.
  static let slack = 8 << 20
  static let redirectLimit = 5
  /// A body that brings fewer bytes a second over so long a time is given up.
  ///
  /// Waiting for the first of them is up to the whole time limit alone.
  static let slowest = (bytesPerSecond: 16, seconds: 15)

  let id: Int
  let request: FetchRequest
  /// Where credentials may be sent.
  let origin: CurlURL
  private let budget: MemoryBudget
  private let finish: (Result<FetchResponse, FetchError>) -> Void

  private(set) var current: CurlURL
  private(set) var redirects: [FetchResponse.Redirect] = []
  private(set) var head = ResponseHead()
  private var body: BodyBuffer
  private(set) var stop: Stop?
  private(set) var refusedAddress: String?
  private(set) var hasAllowedAddress = false

  /// Set by the loop.
  var easy: EasyBox?
  var proxy = ""
  /// Time left of ``FetchRequest/timeout`` when the current step began.
  var remaining: Duration
  var started: Duration = .zero
  var firstStart: Duration?
  var isPaused = false
  /// Bytes that the transfer was paused for.
  private(set) var neededRoom = 0
  var pausedSince: Duration?
  /// One of those that had to pause is never paused again, so that there is always one that ends.
  var isPrivileged = false
  var waitsForSilence = false
  weak var loop: FetchLoop?

  init(
    id: Int,
    request: FetchRequest,
    url: CurlURL,
    budget: MemoryBudget,
    finish: @escaping (Result<FetchResponse, FetchError>) -> Void
  ) {
    self.id = id
    self.request = request
    self.budget = budget
    self.finish = finish
    origin = url
    current = url
    remaining = request.timeout
    body = BodyBuffer(limit: request.maxSize)
  }

  deinit { budget.release(body.capacity) }

  var deadline: Duration { started + remaining }
  var bodyCount: Int { body.count }

  /// When the speed was last looked at, and how many bytes of the body had come by then.
  private var speedMark: (time: Duration, bytes: Int)?

  /// Whether too few bytes came since the last look.
  func isTooSlow(at now: Duration) -> Bool {
    guard head.isOver, !isPaused else {
      speedMark = nil
      return false
    }
    let bytes = easy?.handle.wireBytes ?? 0
    guard let mark = speedMark else {
      speedMark = (now, bytes)
      return false
    }
    let (pace, seconds) = Transfer.slowest
    guard now - mark.time >= .seconds(seconds) else { return false }
    speedMark = (now, bytes)
    return bytes - mark.bytes < pace * seconds
  }
  var isAtOrigin: Bool { current.hasSameOrigin(as: origin) }
  var hasValidators: Bool { request.etag != nil || request.lastModified != nil }

  /// The question for the current step.
  func settings(ownConnection: Bool) -> EasyHandle.Settings {
    var headers: [String] = []
    let isAtOrigin = isAtOrigin
    func add(_ name: String, _ value: String?) {
      // Without the semicolon libcurl would take an empty header for a header to leave out.
      guard let value, HeaderText.isSendable(value) else { return }
      headers.append(value.isEmpty ? "\(name);" : "\(name): \(value)")
    }
    var hasAccept = false
    if isAtOrigin {
      for header in request.headers {
        add(header.name, header.value)
        if header.name.lowercased() == "accept" { hasAccept = true }
      }
      add("Cookie", request.cookie)
    }
    if !hasAccept {
      add(
        "Accept",
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
          + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
      )
    }
    add("If-None-Match", request.etag.flatMap { $0.isEmpty ? nil : $0 })
    add("If-Modified-Since", request.lastModified.flatMap { $0.isEmpty ? nil : $0 })
    let hasUser = isAtOrigin && (request.username != nil || request.password != nil)
    return EasyHandle.Settings(
      url: current.text,
      headers: headers,
      userAgent: request.userAgent,
      credentials: hasUser ? (request.username ?? "", request.password ?? "") : nil,
      proxy: proxy,
      http: request.http,
      verifyTLS: request.verifyTLS,
      connectTimeout: max(1, request.connectTimeout.milliseconds),
      maxSize: request.maxSize,
      needsOwnConnection: ownConnection
    )
  }

  /// Forgets what the last step has brought.
  func beginStep() {
    discardBody()
    head = ResponseHead()
    stop = nil
    refusedAddress = nil
    hasAllowedAddress = false
    isPaused = false
    pausedSince = nil
    speedMark = nil
  }

  /// Goes on to where the last answer pointed.
  func follow(_ target: CurlURL) {
    redirects.append(FetchResponse.Redirect(status: head.status, url: target.text))
    current = target
  }

  func succeed(_ outcome: EasyHandle.Outcome, now: Duration) {
    let capacity = body.capacity
    let bytes = body.take()
    // The share shrinks from what was taken from the system to what is handed on.
    budget.release(capacity - bytes.count)
    let versions = [1: "1.0", 2: "1.1", 3: "2", 30: "3"]
    finish(
      .success(
        FetchResponse(
          status: head.status,
          headers: head.headers,
          body: bytes,
          effectiveURL: current.text,
          redirects: redirects,
          httpVersion: versions[outcome.version] ?? "1.1",
          elapsed: now - (firstStart ?? now),
          reservation: MemoryBudget.Reservation(bytes.count, of: budget)
        )
      )
    )
  }

  func fail(_ error: FetchError) {
    discardBody()
    finish(.failure(error))
  }

  private func discardBody() {
    budget.release(body.capacity)
    body = BodyBuffer(limit: request.maxSize)
  }

  override func receive(headerLine: Span<UInt8>) -> Bool {
    guard head.receive(headerLine) else {
      stop = .headersTooLarge
      return false
    }
    return true
  }

  override func receive(body bytes: Span<UInt8>) -> EasyHandle.Verdict {
    if !head.isOver { head.end() }
    guard head.status == 200 else { return receive(page: bytes) }
    guard !head.contradictsItself else {
      stop = .contradiction
      return .giveUp
    }
    guard bytes.count <= body.limit - body.count else {
      // Given back at once: many bombs together must not add up.
      discardBody()
      stop = .tooLarge
      return .giveUp
    }
    let growth = body.growth(for: bytes.count, expected: head.expectedLength)
    if growth > 0, !isPrivileged, budget.used + growth > budget.shared {
      guard isCompressedBeyondTrust else {
        isPaused = true
        neededRoom = growth
        loop?.notePause()
        return .pause
      }
      guard budget.used + growth <= budget.shared + Transfer.slack else {
        discardBody()
        stop = .shed
        return .giveUp
      }
    }
    return append(bytes)
  }

  private func append(_ bytes: Span<UInt8>) -> EasyHandle.Verdict {
    let before = body.capacity
    guard body.append(bytes, expected: head.expectedLength) else { return .giveUp }
    if body.capacity > before { budget.add(body.capacity - before) }
    return .goOn
  }

  /// A body that is no feed: kept up to ``pageLimit``, the rest is not even waited for.
  private func receive(page bytes: Span<UInt8>) -> EasyHandle.Verdict {
    let room = Transfer.pageLimit - body.count
    let part = bytes.extracting(0..<min(bytes.count, room))
    guard part.isEmpty || append(part) == .goOn else { return .giveUp }
    if bytes.count < room { return .goOn }
    stop = .enough
    return .giveUp
  }

  /// Whether a pause could make libcurl decompress much into its own memory.
  private var isCompressedBeyondTrust: Bool {
    guard head.isCompressed else { return false }
    let wire = easy?.handle.wireBytes ?? 0
    return wire < 64 << 10 || body.count / max(wire, 1) > 50
  }

  override func allows(address: [UInt8], isV6: Bool) -> Bool {
    // The way to a proxy is the user's own choice, and the proxy decides where it leads.
    guard proxy.isEmpty else { return true }
    let isPublic = isV6 ? AddressCheck.isPublic(v6: address) : AddressCheck.isPublic(v4: address)
    // A redirect to another host does not get as far as the feed's own address: 169.254.169.254 is
    // where clouds keep the secrets of their machines.
    let isElsewhere = current.host != origin.host && AddressCheck.isLinkLocal(address)
    if isPublic || (request.allowPrivate && !isElsewhere) {
      hasAllowedAddress = true
      if !isPublic { loop?.notePrivateAddress(of: current) }
      return true
    }
    refusedAddress = isV6 ? AddressCheck.text(v6: address) : AddressCheck.text(v4: address)
    return false
  }
}

/// Keeps a handle that may not be copied, so that arrays and classes can hold it.
final class EasyBox {
  var handle: EasyHandle
  init?() {
    guard let handle = EasyHandle() else { return nil }
    self.handle = handle
  }
}

/// The head of an answer, line by line.
struct ResponseHead {
  private(set) var status = 0
  private(set) var headers: [(name: String, value: String)] = []
  /// Bytes of all heads of the step, early hints included.
  private(set) var bytes = 0
  /// Set with the first byte of the body: what comes as a header then is a trailer.
  private(set) var isOver = false
  /// Whether the body comes compressed.
  private(set) var isCompressed = false
  /// The length of the body as it was told, if it is the length of what we get.
  private(set) var expectedLength: Int?
  /// Whether there are two lengths and they differ.
  private(set) var contradictsItself = false

  /// Takes a line; returns `false` when there are too many.
  mutating func receive(_ line: Span<UInt8>) -> Bool {
    bytes += line.count + 2
    guard bytes <= Transfer.headLimit else { return false }
    guard !line.isEmpty, !isOver else { return true }
    let raw = unsafe line.withUnsafeBufferPointer { unsafe Array($0) }
    if raw.starts(with: Array("HTTP/".utf8)) {
      // A new answer: what came before was an early hint.
      headers = []
      let words = raw.split(separator: 0x20)
      status = words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
      return true
    }
    if raw[0] == 0x20 || raw[0] == 0x09 {
      // Obsolete folding (RFC 9112, 5.2).
      guard let last = headers.popLast() else { return true }
      headers.append((last.name, last.value + " " + ResponseHead.text(raw[...])))
      return true
    }
    guard let colon = raw.firstIndex(of: UInt8(ascii: ":")) else { return true }
    headers.append((ResponseHead.text(raw[..<colon]), ResponseHead.text(raw[(colon + 1)...])))
    return true
  }

  /// UTF-8 as it is; anything else as Latin-1 behind U+FFFD, so that nobody takes it for the same.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var part = bytes
    while let first = part.first, first == 0x20 || first == 0x09 { part.removeFirst() }
    while let last = part.last, last == 0x20 || last == 0x09 { part.removeLast() }
    if let text = String(validating: part, as: UTF8.self) { return text }
    return "\u{FFFD}" + String(String.UnicodeScalarView(part.map { Unicode.Scalar($0) }))
  }

  func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }

  /// Notes that the body begins.
  mutating func end() {
    isOver = true
    let encoding = header("content-encoding")?.lowercased() ?? ""
    isCompressed = !encoding.isEmpty && encoding != "identity"
    let lengths = headers.filter { $0.name.lowercased() == "content-length" }.map(\.value)
    contradictsItself = Set(lengths).count > 1
    expectedLength = isCompressed ? nil : header("content-length").flatMap { Int($0) }
  }

  var isRedirect: Bool {
    [301, 302, 303, 307, 308].contains(status) && header("location") != nil
  }
}

extension Duration {
  /// Whole milliseconds, rounded up.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    let part = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int(clamping: seconds.multipliedReportingOverflow(by: 1000).partialValue) + Int(part)
  }
}
