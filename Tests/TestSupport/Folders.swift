public import Foundation

public let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder of external test suites and documents: the environment variable `APUS_SHARED`, or `shared` beside the
/// package. It is `nil` if the folder does not exist, so that tests can be skipped visibly:
///
///     @Test(.enabled(if: sharedFolder != nil, "set APUS_SHARED to the folder with the test suites"))
public let sharedFolder: URL? = {
    let named = ProcessInfo.processInfo.environment["APUS_SHARED"].map { URL(fileURLWithPath: $0) }
    let folder = named ?? packageRoot.deletingLastPathComponent().appendingPathComponent("shared")
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? folder : nil
}()

/// Returns a file or folder in `sharedFolder`, such as `suites/json`, or `nil` if it does not exist.
public func shared(_ path: String) -> URL? {
    guard let url = sharedFolder?.appendingPathComponent(path) else { return nil }
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
}

/// Returns the files below a folder with one of several extensions, in a stable order.
public func files(below folder: URL, extensions: Set<String>) -> [URL] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.sorted().map { folder.appendingPathComponent($0) }
        .filter { extensions.contains($0.pathExtension) }
}

public func bytes(of url: URL) throws -> [UInt8] { try [UInt8](Data(contentsOf: url)) }
