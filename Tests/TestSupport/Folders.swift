public import Foundation

/// The package's root folder.
public let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder of other people's test suites and documents, which are not part of the package: the environment's
/// `APUS_SHARED`, or `shared` beside the package. Nil if it is missing, so that tests can be skipped visibly:
///
///     @Test(.enabled(if: sharedFolder != nil, "set APUS_SHARED to the folder with the test suites"))
public let sharedFolder: URL? = {
    let named = ProcessInfo.processInfo.environment["APUS_SHARED"].map { URL(fileURLWithPath: $0) }
    let folder = named ?? packageRoot.deletingLastPathComponent().appendingPathComponent("shared")
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? folder : nil
}()

/// A file or folder within `sharedFolder`, such as `suites/json`; nil if it is missing.
public func shared(_ path: String) -> URL? {
    guard let url = sharedFolder?.appendingPathComponent(path) else { return nil }
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
}

/// The files below a folder whose names end in one of `extensions`, in a stable order.
public func files(below folder: URL, extensions: Set<String>) -> [URL] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.sorted().map { folder.appendingPathComponent($0) }
        .filter { extensions.contains($0.pathExtension) }
}

/// A file's bytes.
public func bytes(of url: URL) throws -> [UInt8] { try [UInt8](Data(contentsOf: url)) }
