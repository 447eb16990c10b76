import Foundation
import TestKit
import Testing

@testable import Commands

/// docs/reference says what the program does: a page that is out of date fails here, without a build of its own.
@Suite struct ReferenceTests {
    private static let folder = Repository.root.appending(path: "docs/reference")

    @Test(arguments: [
        "commands.md", "mechanisms.md", "indicators.md", "codelists.md", "schema.md", "permissions.md",
        "permissions.csv", "accounts-schema.md", "ways.md", "routes.md",
    ])
    func aPageIsAsTheProgramWritesIt(page: String) throws {
        let pages = try ReferencePages(loader: BookLoader(resources: Resources(root: Repository.root))).all()
        let stored = try String(contentsOf: Self.folder.appending(path: page), encoding: .utf8)
        #expect(pages[page] == stored, "run `make reference` and look at the change")
    }

    @Test func noPageIsLeftThatNobodyWrites() throws {
        let pages = try ReferencePages(loader: BookLoader(resources: Resources(root: Repository.root))).all()
        let stored = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(stored) == Set(pages.keys).union(["failures.md"]))
    }

    /// The same reading as in `scripts/reference`, written a second time.
    @Test func theListOfFailuresHasEveryCodeOfTheSources() throws {
        var codes: Set<String> = []
        let sources = Repository.root.appending(path: "Sources")
        let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        for path in paths where path.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            for match in text.matches(of: /(?m)^ *\/\/+ ([A-Z][0-9]{3}): (.*)$/) {
                codes.insert("| \(match.1) | \(match.2) |")
            }
        }
        let page = try String(contentsOf: Self.folder.appending(path: "failures.md"), encoding: .utf8)
        let listed = Set(page.matches(of: /(?m)^\| [A-Z][0-9]{3} \| .*$/).map { String($0.output) })
        #expect(codes.count > 50)
        #expect(listed.symmetricDifference(codes).sorted() == [], "run `make reference` and look at the change")
    }
}
