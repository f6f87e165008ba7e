// SPDX-License-Identifier: Apache-2.0
import CCurl

/// The set of transfers that one thread drives.
@safe struct MultiHandle: ~Copyable {
  /// A transfer that has ended.
  struct Ended {
    /// ``EasyHandle/identity``.
    let identity: UInt
    let code: Int
  }

  /// Wakes the thread that polls, from any other one.
  @safe struct Waker: @unchecked Sendable {
    fileprivate let raw: UnsafeMutableRawPointer
    /// Must not be called once the handle is gone.
    func wake() { _ = unsafe curl_multi_wakeup(raw) }
  }

  private let raw: UnsafeMutableRawPointer

  /// Fails when there is no memory.
  ///
  /// - Parameter connections: The most connections to keep open, idle ones included.
  init?(connections: Int) {
    _ = MultiHandle.isLibraryReady
    guard let raw = unsafe curl_multi_init() else { return nil }
    unsafe self.raw = raw
    _ = unsafe rasad_curl_multi_set_long(raw, CURLMOPT_MAXCONNECTS, connections)
  }

  deinit { unsafe curl_multi_cleanup(raw) }

  /// 3 is CURL_GLOBAL_DEFAULT, a macro that the importer leaves out.
  private static let isLibraryReady: Bool =
    curl_global_init(3) == CURLE_OK

  /// Name and version of libcurl and of the libraries below it.
  static var libraryVersion: String {
    guard let text = unsafe curl_version() else { return "libcurl" }
    return unsafe String(cString: text)
  }

  var waker: Waker { unsafe Waker(raw: raw) }

  func add(_ easy: borrowing EasyHandle) -> Bool {
    unsafe curl_multi_add_handle(raw, easy.raw) == CURLM_OK
  }

  func remove(_ easy: borrowing EasyHandle) { _ = unsafe curl_multi_remove_handle(raw, easy.raw) }

  /// Does what can be done without waiting.
  func perform() {
    var running: Int32 = 0
    _ = unsafe curl_multi_perform(raw, &running)
  }

  /// Waits for sockets, a timer of libcurl, a wake-up, or at most so many milliseconds.
  func poll(milliseconds: Int) {
    var count: Int32 = 0
    _ = unsafe curl_multi_poll(raw, nil, 0, Int32(clamping: milliseconds), &count)
  }

  /// Takes the next transfer that has ended.
  func nextEnded() -> Ended? {
    var left: Int32 = 0
    while let message = unsafe curl_multi_info_read(raw, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE,
        let easy = unsafe message.pointee.easy_handle
      else { continue }
      let code = unsafe Int(message.pointee.data.result.rawValue)
      return Ended(identity: UInt(bitPattern: easy), code: code)
    }
    return nil
  }
}
