// SPDX-License-Identifier: Apache-2.0
import DigestWriter
package import FeedList
import Glibc

/// The user's own command after a digest has changed: a notifier, a copy to a web server.
///
/// The command line is the user's and goes to `/bin/sh`; what feeds say never stands in it. The new
/// stories come on standard input, places and counts in the environment (`Documentation/hook.md`).
package struct Hook: Sendable {
  /// How a command ended.
  package enum Outcome: Sendable, Hashable {
    case done
    case failed(status: Int32)
    case killed(signal: Int32)
    case timedOut(Duration)
    /// It could not be started; the system's words.
    case notStarted(String)

    /// What went wrong, in one sentence without a full stop, or `nil`.
    package var complaint: String? {
      switch self {
      case .done: nil
      case .failed(127): "the hook's command was not found (status 127); check [hook] command"
      case .failed(let status): "the hook's command failed with status \(status)"
      case .killed(let signal): "the hook's command was ended by signal \(signal)"
      case .timedOut(let limit):
        "the hook's command took longer than \(limit.components.seconds) s and was ended; "
          + "raise [hook] timeout if it needs more"
      case .notStarted(let why): "the hook's command could not be started: \(why)"
      }
    }
  }

  /// Time between the request to end and the order to.
  private static let grace: Duration = .seconds(2)

  let command: String
  let timeout: Duration
  let scratch: String

  /// Takes the section `[hook]`.
  ///
  /// - Parameters:
  ///   - settings: The command and how long it may take.
  ///   - scratch: A folder that we may write to: the state directory.
  package init(_ settings: FeedListConfiguration.Hook, scratch: String) {
    self.scratch = scratch
    command = settings.command
    timeout = settings.timeout
  }

  /// Runs the command and waits for it, at most as long as it may take.
  ///
  /// The command leads a process group of its own; when its time is up, or the task is cancelled,
  /// the whole group is ended, first with SIGTERM, two seconds later with SIGKILL. What it prints goes
  /// to our standard error.
  ///
  /// - Parameters:
  ///   - input: What it reads from standard input, all there before it starts.
  ///   - environment: All variables that it gets.
  /// - Returns: How it ended.
  /// - Throws: `CancellationError`; the group is gone then.
  package func run(input: [UInt8], environment: [String: String]) async throws -> Outcome {
    let process: pid_t
    switch start(input: input, environment: environment) {
    case .success(let id): process = id
    case .failure(let error): return .notStarted(error.words)
    }
    let start = ContinuousClock.now
    while true {
      if let status = Hook.ended(process) {
        // Whatever it left behind in its group would outlive the run unseen.
        kill(-process, SIGKILL)
        return Hook.outcome(status)
      }
      if start.duration(to: .now) >= timeout {
        await Hook.end(process)
        return .timedOut(timeout)
      }
      do {
        try await Task.sleep(for: .milliseconds(10))
      } catch {
        await Hook.end(process)
        throw error
      }
    }
  }

  private static func end(_ process: pid_t) async {
    kill(-process, SIGTERM)
    let asked = ContinuousClock.now
    var isGone = false
    while !isGone, asked.duration(to: .now) < grace {
      isGone = ended(process) != nil
      // Not Task.sleep, which a cancelled task does not get.
      if !isGone { usleep(10_000) }
    }
    kill(-process, SIGKILL)
    while !isGone {
      isGone = ended(process) != nil
      if !isGone { usleep(1000) }
    }
  }

  /// The status of a child that has ended.
  private static func ended(_ process: pid_t) -> Int32? {
    var status: Int32 = 0
    let result = unsafe waitpid(process, &status, WNOHANG)
    if result == process { return status }
    // Somebody else has waited for it: nothing more can be known.
    return result < 0 && errno == ECHILD ? 0 : nil
  }

  private static func outcome(_ status: Int32) -> Outcome {
    let signal = status & 0x7F
    if signal != 0 { return .killed(signal: signal) }
    let code = (status >> 8) & 0xFF
    return code == 0 ? .done : .failed(status: code)
  }

  private struct SystemError: Error {
    let words: String
    init(_ code: Int32) { words = unsafe String(cString: strerror(code)).lowercased() }
  }

  private func start(
    input: [UInt8],
    environment: [String: String]
  ) -> Result<pid_t, SystemError> {
    guard let file = file(with: input) else { return .failure(SystemError(errno)) }
    defer { close(file) }
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO)
    // Standard output is our data; what a hook says is talk.
    unsafe posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    // We ignore signals that the command must be able to get.
    var signals = sigset_t()
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    let variables = environment.sorted { $0.key < $1.key }
      .filter { !$0.key.utf8.contains(0) && !$0.value.utf8.contains(0) }
      .map { "\($0.key)=\($0.value)" }
    var process: pid_t = 0
    let code = unsafe Hook.withPointers(["/bin/sh", "-c", command]) { arguments in
      unsafe Hook.withPointers(variables) { variables in
        unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, variables)
      }
    }
    return code == 0 ? .success(process) : .failure(SystemError(code))
  }

  /// A file without a name that holds `bytes`, read from its beginning: nobody has to write while
  /// the command reads, and a command that does not read hangs nobody.
  private func file(with bytes: [UInt8]) -> Int32? {
    var path = Array((scratch + "/.hook.XXXXXX").utf8CString)
    let file = unsafe mkstemp(&path)
    guard file >= 0 else { return nil }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unsafe unlink(path)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(file)
        return nil
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func withPointers<Value>(
    _ texts: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
      .allocate(capacity: texts.count + 1)
    for (place, text) in texts.enumerated() {
      unsafe (pointers + place).initialize(to: strdup(text))
    }
    unsafe (pointers + texts.count).initialize(to: nil)
    defer {
      for place in texts.indices { unsafe free(pointers[place]) }
      unsafe pointers.deallocate()
    }
    return unsafe body(pointers)
  }
}
