// SPDX-License-Identifier: Apache-2.0
import DigestWriter
import Foundation
import Testing

struct AtomicFileTests {
  /// A folder that is removed after the test.
  final class Folder {
    let path: String
    init() throws {
      path = NSTemporaryDirectory() + "rasad-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
  }

  @Test func `a new file is written and nothing else stays behind`() throws {
    let folder = try Folder()
    #expect(try AtomicFile.write(Array("سلام".utf8), to: folder.path + "/digest.atom"))
    #expect(try String(contentsOfFile: folder.path + "/digest.atom", encoding: .utf8) == "سلام")
    #expect(folder.names == ["digest.atom"])
  }

  @Test func `the same bytes leave the file untouched`() throws {
    let folder = try Folder()
    let path = folder.path + "/digest.atom"
    let bytes = [UInt8](repeating: 7, count: 200_000)
    #expect(try AtomicFile.write(bytes, to: path))
    let before = try FileManager.default.attributesOfItem(atPath: path)
    #expect(try !AtomicFile.write(bytes, to: path))
    let after = try FileManager.default.attributesOfItem(atPath: path)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
  }

  @Test func `one other byte replaces the file as a whole`() throws {
    let folder = try Folder()
    let path = folder.path + "/digest.atom"
    var bytes = [UInt8](repeating: 7, count: 200_000)
    _ = try AtomicFile.write(bytes, to: path)
    bytes[199_999] = 8
    #expect(try AtomicFile.write(bytes, to: path))
    #expect(FileManager.default.contents(atPath: path) == Data(bytes))
    #expect(folder.names == ["digest.atom"])
  }

  @Test func `what a killed writer left behind is used again`() throws {
    let folder = try Folder()
    let path = folder.path + "/digest.atom"
    _ = FileManager.default.createFile(
      atPath: folder.path + "/.digest.atom.part",
      contents: Data(repeating: 1, count: 999)
    )
    #expect(try AtomicFile.write([1, 2, 3], to: path))
    #expect(FileManager.default.contents(atPath: path) == Data([1, 2, 3]))
    #expect(folder.names == ["digest.atom"])
  }

  @Test func `a missing directory is an error in words with advice`() throws {
    let folder = try Folder()
    let path = folder.path + "/missing/digest.atom"
    let error = #expect(throws: AtomicFileError.self) { try AtomicFile.write([1], to: path) }
    let text = error?.description ?? ""
    #expect(
      text == "cannot write \(path): No such file or directory; "
        + "make the directory, or set another digest directory"
    )
  }

  @Test func `a directory of that name is an error and stays`() throws {
    let folder = try Folder()
    let path = folder.path + "/digest.atom"
    try AtomicFile.makeDirectory(path + "/inside")
    let error = #expect(throws: AtomicFileError.self) { try AtomicFile.write([1], to: path) }
    #expect(error?.advice == "move the directory of that name away")
    #expect(folder.names == ["digest.atom"])
  }

  @Test func `directories are made with those above them, and again without harm`() throws {
    let folder = try Folder()
    let path = folder.path + "/a/b/c"
    try AtomicFile.makeDirectory(path)
    try AtomicFile.makeDirectory(path)
    #expect(try AtomicFile.write([1], to: path + "/file"))
    #expect(throws: AtomicFileError.self) { try AtomicFile.makeDirectory(path + "/file/below") }
  }

  @Test func `many writers of one file leave one of their contents whole`() async throws {
    let folder = try Folder()
    let path = folder.path + "/digest.atom"
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            _ = try? AtomicFile.write([UInt8](repeating: UInt8(writer), count: 50_000), to: path)
          }
        }
      }
    }
    let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    #expect(bytes.count == 50_000)
    #expect(Set(bytes).count == 1)
    #expect(folder.names == ["digest.atom"])
  }
}
