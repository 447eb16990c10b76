import Foundation

/// The folder of files that the program reads at run time: `Resources/`, `sources/`, `demo/`.
struct Resources {
    /// The folder that holds `Resources`.
    let root: URL

    /// RAPPORTEUR_RESOURCES where it is set; else the nearest folder above the program, then above the working
    /// folder, that holds `Resources/codelists`.
    static func find(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Resources {
        if let named = environment["RAPPORTEUR_RESOURCES"] {
            guard holds(URL(filePath: named)) else { throw CommandFailure.resourcesMissing }
            return Resources(root: URL(filePath: named))
        }
        let program = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let working = URL(filePath: FileManager.default.currentDirectoryPath)
        for start in [Bundle.main.executableURL?.resolvingSymlinksInPath() ?? program, working] {
            var folder = start
            while folder.path != "/" {
                if holds(folder) { return Resources(root: folder) }
                folder.deleteLastPathComponent()
            }
        }
        throw CommandFailure.resourcesMissing
    }

    private static func holds(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "Resources/codelists").path)
    }

    func url(_ path: String) -> URL { root.appending(path: "Resources").appending(path: path) }

    func text(_ path: String) throws -> String { try Resources.text(of: url(path)) }

    /// Names of the files of `folder` with the ending, sorted.
    func files(in folder: String, ending: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: url(folder).path)
                .filter { $0.hasSuffix(".\(ending)") }.sorted()
        } catch {
            throw CommandFailure.unreadable(file: "Resources/\(folder)", reason: "no such folder")
        }
    }

    static func text(of url: URL) throws -> String {
        do {
            return try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw CommandFailure.unreadable(file: url.lastPathComponent, reason: "not there, or not UTF-8 text")
        }
    }
}
