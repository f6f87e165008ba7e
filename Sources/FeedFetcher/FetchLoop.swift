// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// What other threads leave for the one that drives curl.
final class FetchInbox: Sendable {
  typealias Finish = @Sendable (Result<FetchResponse, FetchError>) -> Void

  enum Command: Sendable {
    case fetch(Int, FetchRequest, Finish)
    case cancel(Int)
    case shutDown
  }

  private struct State {
    var commands: [Command] = []
    var waker: MultiHandle.Waker?
    var isClosed = false
    var hasEnded = false
    var waiters: [@Sendable () -> Void] = []
    var lastID = 0
  }
  private let state = Mutex(State())

  func newID() -> Int {
    state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
  }

  /// Leaves a command; returns `false` when nobody will read it any more.
  func post(_ command: Command) -> Bool {
    state.withLock { state in
      guard !state.isClosed else { return false }
      state.commands.append(command)
      // One wake-up is enough for all that is left until the next look.
      if state.commands.count == 1 { state.waker?.wake() }
      return true
    }
  }

  /// Wakes the loop without a command.
  func nudge() { state.withLock { $0.waker?.wake() } }

  func take() -> [Command] {
    state.withLock { state in
      let commands = state.commands
      state.commands.removeAll(keepingCapacity: true)
      return commands
    }
  }

  /// From here on other threads may wake the loop.
  func open(_ waker: MultiHandle.Waker) { state.withLock { $0.waker = waker } }

  /// From here on nobody can; returns what nobody has read.
  func close() -> [Command] {
    state.withLock { state in
      state.isClosed = true
      state.waker = nil
      let commands = state.commands
      state.commands = []
      return commands
    }
  }

  func end() {
    let waiters = state.withLock { state in
      state.hasEnded = true
      let waiters = state.waiters
      state.waiters = []
      return waiters
    }
    for waiter in waiters { waiter() }
  }

  /// Calls `waiter` once the loop has ended.
  func whenEnded(_ waiter: @escaping @Sendable () -> Void) {
    let isOver = state.withLock { state in
      if !state.hasEnded { state.waiters.append(waiter) }
      return state.hasEnded
    }
    if isOver { waiter() }
  }
}

/// Drives all transfers on the thread that calls ``run()``.
final class FetchLoop {
  struct Limits: Sendable {
    var parallel: Int
    var perHost: Int
    var rules: [String: HostGate.Rule]
    var proxies: ProxyChoice
  }

  private let inbox: FetchInbox
  private let budget: MemoryBudget
  private let limits: Limits
  private var gate: HostGate
  private var waiting: [Int: Transfer] = [:]
  private var active: [UInt: Transfer] = [:]
  /// Those of ``waiting`` that need the memory for themselves, in their order.
  ///
  /// They begin again when everything else is done: a bomb must not hold up other feeds.
  private var shed: [Int] = []
  private var pool: [EasyBox] = []
  /// Cancelled before they came.
  private var cancelled: Set<Int> = []
  /// Where a feed that may do so has opened a connection to an address that is not public.
  ///
  /// Another feed must not come to use it.
  private var privateOrigins: Set<String> = []
  private var isShuttingDown = false
  private var hasPaused = false
  /// When limits of time are to be looked at next.
  private var nextCheck: Duration = .zero
  private let clock = ContinuousClock()
  private let begin = ContinuousClock().now

  init(inbox: FetchInbox, budget: MemoryBudget, limits: Limits) {
    self.inbox = inbox
    self.budget = budget
    self.limits = limits
    gate = HostGate(
      usual: HostGate.Rule(maxParallel: limits.perHost),
      rules: limits.rules
    )
  }

  private var now: Duration { begin.duration(to: clock.now) }

  /// Returns once it was told to shut down; every fetch has its result then.
  func run() {
    guard let multi = MultiHandle(connections: limits.parallel + 16) else {
      let error = FetchError.transfer(code: 27, "no memory for libcurl")
      for case .fetch(_, _, let finish) in inbox.close() { finish(.failure(error)) }
      return
    }
    inbox.open(multi.waker)
    while true {
      readInbox(multi)
      if isShuttingDown { break }
      startTransfers(multi)
      multi.perform()
      var hasEnded = takeEnded(multi)
      // A place that a limit of time makes free is free for those that wait, at once.
      if checkDeadlines(multi) { hasEnded = true }
      resumePaused()
      if hasEnded, gate.count > 0 || !shed.isEmpty { continue }
      multi.poll(milliseconds: pause)
    }
    for command in inbox.close() {
      if case .fetch(_, _, let finish) = command { finish(.failure(.cancelled)) }
    }
  }

  /// Milliseconds until there is something to do whatever the sockets say.
  private var pause: Int {
    let now = now
    var next = active.isEmpty ? nil : nextCheck
    if active.count < limits.parallel, let start = gate.nextStart {
      next = min(next ?? start, start)
    }
    return next.map { max(0, min(($0 - now).milliseconds, 60_000)) } ?? 60_000
  }

  private func readInbox(_ multi: borrowing MultiHandle) {
    for command in inbox.take() {
      switch command {
      case .fetch(let id, let request, let finish): admit(id, request, finish)
      case .cancel(let id): cancel(id, multi)
      case .shutDown: isShuttingDown = true
      }
    }
    guard isShuttingDown else { return }
    for id in Array(waiting.keys) + active.values.map(\.id) { cancel(id, multi) }
  }

  private func admit(_ id: Int, _ request: FetchRequest, _ finish: @escaping FetchInbox.Finish) {
    if cancelled.remove(id) != nil { return finish(.failure(.cancelled)) }
    guard let url = CurlURL(request.url) else {
      return finish(.failure(.badURL("it is not an absolute http or https address")))
    }
    if let why = FetchLoop.complaint(about: request, url) {
      return finish(.failure(.badURL(why)))
    }
    waiting[id] = Transfer(id: id, request: request, url: url, budget: budget, finish: finish)
    gate.enqueue(id, host: url.host)
  }

  private static func complaint(about request: FetchRequest, _ url: CurlURL) -> String? {
    if url.scheme != "http" && url.scheme != "https" { return "only http and https are fetched" }
    if url.hasUserinfo { return "it holds a user name or password" }
    for header in request.headers {
      if !HeaderText.isName(header.name) { return "a header has a name that is no name" }
      if !HeaderText.isSendable(header.value) { return "the header \(header.name) has a line end" }
    }
    let texts = [
      request.userAgent, request.cookie, request.username, request.password, request.proxy,
    ]
    let areGood = texts.allSatisfy { $0.map(HeaderText.isSendable) ?? true }
    return areGood ? nil : "a setting of the feed has a line end or control character"
  }

  private func cancel(_ id: Int, _ multi: borrowing MultiHandle) {
    if let transfer = waiting.removeValue(forKey: id) {
      gate.remove(id, host: transfer.current.host)
      shed.removeAll { $0 == id }
      transfer.fail(.cancelled)
    } else if let transfer = active.values.first(where: { $0.id == id }) {
      release(transfer, multi)
      transfer.fail(.cancelled)
    } else {
      // Either over already, or yet to come: numbers are given out before commands are left.
      cancelled.insert(id)
      if cancelled.count > 4096 { cancelled = cancelled.filter { $0 > id - 4096 } }
    }
  }

  private func startTransfers(_ multi: borrowing MultiHandle) {
    while active.count < limits.parallel, gate.count > 0 {
      // Beyond the memory only one transfer goes on, and that one always does.
      guard active.isEmpty || budget.used < budget.shared else { return nudgeOnRelease(1) }
      guard let id = gate.next(now: now) else { return }
      guard let transfer = waiting.removeValue(forKey: id) else { continue }
      start(transfer, multi)
    }
    guard active.isEmpty, gate.count == 0, !shed.isEmpty else { return }
    let id = shed.removeFirst()
    guard let transfer = waiting[id] else { return }
    gate.enqueue(id, host: transfer.current.host, urgent: true)
    guard gate.next(now: now) == id else { return }
    waiting[id] = nil
    start(transfer, multi)
    transfer.isPrivileged = true
  }

  private func start(_ transfer: Transfer, _ multi: borrowing MultiHandle) {
    let url = transfer.current
    guard let box = pool.popLast() ?? EasyBox() else {
      gate.finished(host: url.host)
      return transfer.fail(.transfer(code: 27, "no memory for a transfer"))
    }
    transfer.beginStep()
    transfer.proxy =
      transfer.request.proxy ?? limits.proxies.proxy(scheme: url.scheme, host: url.host) ?? ""
    transfer.loop = self
    transfer.easy = box
    transfer.started = now
    transfer.firstStart = transfer.firstStart ?? transfer.started
    let isShared = transfer.request.allowPrivate || !privateOrigins.contains(url.origin)
    let settings = transfer.settings(ownConnection: !isShared)
    guard box.handle.prepare(settings, sink: transfer), multi.add(box.handle) else {
      gate.finished(host: url.host)
      return transfer.fail(.transfer(code: 43, "libcurl refuses a setting of the feed"))
    }
    active[box.handle.identity] = transfer
    nextCheck = min(nextCheck, transfer.deadline)
  }

  /// A feed that may do so has opened a socket to an address that is not public.
  func notePrivateAddress(of url: CurlURL) { privateOrigins.insert(url.origin) }

  /// A transfer has paused.
  func notePause() { hasPaused = true }

  /// Takes a transfer out of the running ones.
  private func release(_ transfer: Transfer, _ multi: borrowing MultiHandle) {
    guard let box = transfer.easy else { return }
    multi.remove(box.handle)
    active[box.handle.identity] = nil
    transfer.easy = nil
    pool.append(box)
    gate.finished(host: transfer.current.host)
    transfer.isPrivileged = false
    transfer.remaining -= now - transfer.started
  }

  private func takeEnded(_ multi: borrowing MultiHandle) -> Bool {
    var hasEnded = false
    while let ended = multi.nextEnded() {
      guard let transfer = active[ended.identity], let box = transfer.easy else { continue }
      hasEnded = true
      let outcome = box.handle.outcome(ended.code)
      let phase = box.handle.phase(isTLS: transfer.current.scheme == "https")
      release(transfer, multi)
      conclude(transfer, outcome, phase)
    }
    return hasEnded
  }

  private func conclude(
    _ transfer: Transfer,
    _ outcome: EasyHandle.Outcome,
    _ phase: FetchError.Phase
  ) {
    let ranOutOfPause = outcome.code == 27 && transfer.pausedSince != nil
    if transfer.stop == .shed || ranOutOfPause, !transfer.waitsForSilence {
      transfer.waitsForSilence = true
      waiting[transfer.id] = transfer
      return shed.append(transfer.id)
    }
    guard outcome.code == 0 || transfer.stop == .enough else {
      return transfer.fail(FetchErrorMapping.error(of: outcome, phase: phase, transfer))
    }
    if transfer.head.isRedirect {
      switch Redirection.next(after: transfer) {
      case .success(let url):
        transfer.follow(url)
        wait(transfer)
      case .failure(let error): transfer.fail(error)
      }
      return
    }
    if transfer.head.status == 304, !transfer.hasValidators {
      return transfer.fail(.unaskedNotModified)
    }
    transfer.succeed(outcome, now: now)
  }

  /// Puts a transfer that has begun in front of those that have not.
  private func wait(_ transfer: Transfer) {
    waiting[transfer.id] = transfer
    gate.enqueue(transfer.id, host: transfer.current.host, urgent: true)
  }

  private func checkDeadlines(_ multi: borrowing MultiHandle) -> Bool {
    let now = now
    guard now >= nextCheck else { return false }
    var hasEnded = false
    // Speed is looked at from time to time, limits as soon as they are reached.
    nextCheck = now + .seconds(1)
    for transfer in active.values where transfer.pausedSince == nil {
      let isSlow = transfer.isTooSlow(at: now)
      guard isSlow || transfer.deadline <= now else {
        nextCheck = min(nextCheck, transfer.deadline)
        continue
      }
      let phase = transfer.easy?.handle.phase(isTLS: transfer.current.scheme == "https") ?? .answer
      release(transfer, multi)
      transfer.fail(isSlow ? .tooSlow : .timedOut(phase))
      hasEnded = true
    }
    return hasEnded
  }

  /// Lets paused transfers go on, the largest first, as far as there is room.
  ///
  /// When there is room for none, the largest goes on all the same, and until its end.
  private func resumePaused() {
    guard hasPaused else { return }
    let paused = active.values.filter { $0.isPaused }
    hasPaused = false
    let now = now
    var needsOne = !active.values.contains(where: \.isPrivileged)
    for transfer in paused.sorted(by: { ($0.bodyCount, $1.id) > ($1.bodyCount, $0.id) }) {
      if transfer.pausedSince == nil { transfer.pausedSince = now }
      if budget.used + transfer.neededRoom > budget.shared {
        guard needsOne else { continue }
        transfer.isPrivileged = true
      }
      needsOne = false
      // Waiting for memory is not the server's fault.
      transfer.remaining += now - (transfer.pausedSince ?? now)
      transfer.pausedSince = nil
      transfer.isPaused = false
      transfer.easy?.handle.resume()
    }
    let needs = active.values.filter { $0.isPaused }.map(\.neededRoom)
    guard let least = needs.min() else { return }
    hasPaused = true
    nudgeOnRelease(least)
  }

  /// Has the loop woken when bytes come back, and at once if `needed` of them already have.
  private func nudgeOnRelease(_ needed: Int) {
    budget.whenReleased { [inbox] in inbox.nudge() }
    if budget.used + needed <= budget.shared { inbox.nudge() }
  }
}
