// SPDX-License-Identifier: Apache-2.0
import CCurl
import Glibc
import Synchronization

/// Fetches feeds: addresses and validators in, bytes or a reason in words out.
///
/// All transfers run on one thread of its own, which begins with the first fetch; Swift's threads
/// never wait for a socket. Parallelism, pacing per host and memory are bounded here, so any number
/// of tasks may ask at the same time.
package final class FeedFetcher: Sendable {
  private struct Worker {
    var hasStarted = false
    var thread: pthread_t?
  }

  private let inbox = FetchInbox()
  private let budget: MemoryBudget
  private let limits: FetchLoop.Limits
  private let worker = Mutex(Worker())

  /// Makes a fetcher; nothing runs before the first fetch.
  ///
  /// - Parameters:
  ///   - parallel: Transfers at a time.
  ///   - perHost: Transfers at a time to one host without a rule.
  ///   - hostRules: By host name in lower case; `minGap` counts from start to start.
  ///   - memory: Bytes of all bodies together, until their last use. Beyond it one transfer at a
  ///     time goes on.
  ///   - environment: Variables that name proxies; `nil` takes those of the process.
  package init(
    parallel: Int = 64,
    perHost: Int = 2,
    hostRules: [String: (maxParallel: Int, minGap: Duration)] = [:],
    memory: Int = 48 << 20,
    environment: [String: String]? = nil
  ) {
    budget = MemoryBudget(limit: memory)
    limits = FetchLoop.Limits(
      parallel: max(1, parallel),
      perHost: max(1, perHost),
      rules: hostRules.mapValues { rule in
        HostGate.Rule(maxParallel: max(1, rule.maxParallel), minGap: rule.minGap)
      },
      proxies: ProxyChoice(environment: environment ?? FeedFetcher.proxyEnvironment())
    )
  }

  deinit {
    _ = inbox.post(.shutDown)
    let thread = worker.withLock { worker in
      defer { worker.thread = nil }
      return worker.thread
    }
    if let thread { pthread_detach(thread) }
  }

  /// Has the memory of large bodies go back to the system as soon as it is free.
  ///
  /// For the whole process, so only a program may ask for it, before its first fetch.
  package static func keepMemorySmall() { rasad_map_blocks(256 << 10, 2) }

  /// Gives the system back what is free: reading a topic model leaves some ten megabytes of it.
  package static func returnFreeMemory() { rasad_return_pages() }

  /// Name and version of libcurl and of the libraries below it.
  package static var libraryVersion: String { MultiHandle.libraryVersion }

  /// Bytes of bodies that are in flight or still in use.
  package var memoryInUse: Int { budget.used }

  /// Fetches one address.
  ///
  /// - Parameter request: The address and everything that goes with it.
  /// - Returns: The whole answer, whatever its status.
  /// - Throws: The reason why there is none; nothing of it was kept then. A cancelled task gets
  ///   ``FetchError/cancelled`` at once.
  package func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
    guard start() else { throw .transfer(code: 27, "no thread for libcurl") }
    let id = inbox.newID()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isPosted = inbox.post(.fetch(id, request) { continuation.resume(returning: $0) })
        if !isPosted {
          continuation.resume(returning: Result<FetchResponse, FetchError>.failure(.cancelled))
        }
      }
    } onCancel: {
      _ = inbox.post(.cancel(id))
    }
    return try result.get()
  }

  /// Cancels what is on its way and returns once the thread is gone.
  ///
  /// Every later fetch is cancelled at once.
  package func shutdown() async {
    let state = worker.withLock { worker in
      let state = worker
      worker.hasStarted = true
      worker.thread = nil
      return state
    }
    guard state.hasStarted else {
      _ = inbox.close()
      return inbox.end()
    }
    _ = inbox.post(.shutDown)
    await withCheckedContinuation { continuation in
      inbox.whenEnded { continuation.resume() }
    }
    // The thread has nothing left to do, so this does not wait.
    if let thread = state.thread { pthread_join(thread, nil) }
  }

  /// Starts the thread unless it runs; returns `false` when there is none to be had.
  private func start() -> Bool {
    worker.withLock { worker in
      if worker.hasStarted { return true }
      let context = unsafe Unmanaged.passRetained(
        ThreadContext(inbox: inbox, budget: budget, limits: limits)
      )
      var thread = pthread_t()
      let code = unsafe pthread_create(
        &thread,
        nil,
        { unsafe FeedFetcher.main($0) },
        context.toOpaque()
      )
      guard code == 0 else {
        unsafe context.release()
        return false
      }
      worker.hasStarted = true
      worker.thread = thread
      return true
    }
  }

  private static func main(_ user: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let user = unsafe user else { return nil }
    let context = unsafe Unmanaged<ThreadContext>.fromOpaque(user).takeRetainedValue()
    // Signals are for the main thread; a server that hangs up must not end the process (SIGPIPE).
    var signals = sigset_t()
    unsafe sigfillset(&signals)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    let loop = FetchLoop(inbox: context.inbox, budget: context.budget, limits: context.limits)
    withExtendedLifetime(loop) { loop.run() }
    context.inbox.end()
    return nil
  }

  private static func proxyEnvironment() -> [String: String] {
    var result: [String: String] = [:]
    for name in [
      "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
    ] {
      if let value = unsafe getenv(name) { result[name] = unsafe String(cString: value) }
    }
    return result
  }
}

private final class ThreadContext: Sendable {
  let inbox: FetchInbox
  let budget: MemoryBudget
  let limits: FetchLoop.Limits

  init(inbox: FetchInbox, budget: MemoryBudget, limits: FetchLoop.Limits) {
    self.inbox = inbox
    self.budget = budget
    self.limits = limits
  }
}
