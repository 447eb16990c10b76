import Foundation
import TestKit
import Testing

/// `rapporteur library`, by the built program (B103).
struct LibraryCommandTests {
    private let folder: TemporaryFolder
    private var data: [String] { ["--data", folder.path("r")] }

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        let note = "Note on lanterns. See doc. 9100/26 and CETS No. 197; again 9100/26."
        try Data(note.utf8).write(to: folder.file("note.txt"))
        try Data("<html><body><p>Lanterns,&nbsp;first.</p></body></html>".utf8).write(to: folder.file("first.html"))
        try Data("no paper".utf8).write(to: folder.file("picture.png"))
    }

    private func library(_ words: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["library"] + words + data)
    }

    @Test func b103BringsInSearchesAndShows() throws {
        let first = try library(
            "import", folder.path("note.txt"), "--number", "9200/1/26", "--title", "Note on lanterns", "--kind", "note")
        #expect(first.status == 0, "\(first.talk)")
        #expect(
            first.lines == [
                "papers      1", "new         1", "named       2", "only named  2", "left out    0",
            ])
        let again = try library("import", folder.path("note.txt"), "--number", "9200/26 REV 1")
        #expect(again.status == 0 && again.lines.contains("new         0") && again.talk.contains("I590"))
        #expect(try library("import", folder.path("first.html"), "--number", "9100/26").status == 0)
        let broken = try library("list", "--broken")
        #expect(
            broken.lines == [
                "number,standing,mentions,named-by,marking", "CETS 197,cited,1,9200/1/26 REV 1,professionals",
            ])
        let shown = try library("show", "9200/26 REV 1", "--format", "csv")
        #expect(
            shown.lines.dropFirst() == [
                "names,cites,2,9100/26,first,held,professionals", "names,cites,1,CETS 197,,cited,professionals",
            ])
        let chain = try library("chain", "9200/1/26 REV 1")
        #expect(chain.lines.count == 2 && chain.lines.last?.hasPrefix("1,9200/1/26 REV 1,Note on lanterns") == true)
        let found = try library("search", "LANTERN")
        #expect(found.lines.count == 3 && found.talk.contains("words: 2"))
        try FileManager.default.removeItem(at: folder.file("r/library.sqlite"))
        #expect(try library("index").lines == ["texts taken in  2"])
    }

    /// The index of words is in no backup.
    @Test func b103ARestoredRegisterIsSearched() throws {
        try #require(library("import", folder.path("note.txt"), "--number", "9200/26").status == 0)
        try #require(BuiltProgram.run(["ledger", "backup", folder.path("copy")] + data).status == 0)
        try #require(library("import", folder.path("first.html"), "--number", "9100/26").status == 0)
        let place = ["--data", folder.path("s")]
        let restored = try BuiltProgram.run(
            ["ledger", "restore", folder.path("copy"), "--keys-from", folder.path("r")] + place)
        #expect(restored.status == 0, "\(restored.talk)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("s/library.sqlite")))
        let found = try BuiltProgram.run(["library", "search", "lanterns"] + place)
        #expect(found.lines.count == 2 && found.lines.last?.contains("9200/26") == true, "\(found.lines)")
        let replaced = try BuiltProgram.run(["ledger", "restore", folder.path("copy"), "--replace"] + data)
        #expect(replaced.status == 0, "\(replaced.talk)")
        #expect(try library("search", "lanterns").lines == found.lines, "what came after the backup is gone")
    }

    @Test func b103AListBringsInWhatIsRightInIt() throws {
        let list = """
            number,file,title,dated,pillars,colour
            9300/26,note.txt,Lanterns,2026-03,prevention; protection,red
            9301/26,nowhere.txt,Nothing,,,
            9302/26,first.html,First,soon,,
            9303/26,picture.png,Picture,,,
            ,,,2026,,
            9100/26,first.html,First,2026-Q1,unheard-of,
            """
        try Data(list.utf8).write(to: folder.file("papers.csv"))
        let first = try library(
            "import", "--list", folder.path("papers.csv"), "--body", "Harbour Board", "--findings", folder.path("f.csv")
        )
        #expect(first.status == 3, "\(first.talk)")
        #expect(
            first.lines == [
                "papers      6", "new         1", "named       2", "only named  2", "left out    5",
            ])
        let findings = try String(contentsOfFile: folder.path("f.csv"), encoding: .utf8)
        let codes = Set(findings.split(whereSeparator: \.isNewline).dropFirst().map { $0.prefix(4) })
        #expect(codes == ["I423", "I594", "I596", "I597", "I598"], "\(findings)")
        try Data(list.replacingOccurrences(of: "unheard-of", with: "").utf8).write(to: folder.file("papers.csv"))
        let again = try library("import", "--list", folder.path("papers.csv"))
        #expect(again.lines.contains("new         1") && again.lines.contains("left out    4"))
        #expect(try library("show", "9300/26").lines.contains { $0.contains("Harbour Board") })
        #expect(try library("import").status == 2)
        #expect(try library("import", folder.path("note.txt"), "--list", "x.csv", "--number", "1/26").status == 2)
    }

    @Test func b103AListSaysWhatNobodyHas() throws {
        try Data("file,number,title,named-by\nnote.txt,9300/26,Lanterns,\n,,Plan for the lamps,9300/26\n".utf8)
            .write(to: folder.file("papers.csv"))
        let first = try library("import", "--list", folder.path("papers.csv"))
        #expect(first.status == 0 && first.lines.contains("left out    0"), "\(first.talk)")
        #expect(try library("list", "--broken").lines.contains { $0.contains("Plan for the lamps") })
        let again = try library("import", "--list", folder.path("papers.csv"))
        #expect(again.lines.contains("only named  0") && again.lines.contains("left out    0"))
    }

    @Test func saysWhatItCannotRead() throws {
        let picture = try library("import", folder.path("picture.png"))
        #expect(picture.status == 1 && picture.talk.contains("K128"))
        let nowhere = try library("import", folder.path("nowhere.txt"))
        #expect(nowhere.status == 1 && nowhere.talk.contains("K102"))
        let unknown = try library("show", "9999/26")
        #expect(unknown.status == 1 && unknown.talk.contains("K107"))
        #expect(try library("import", folder.path("note.txt"), "--dated", "soon").status == 2)
    }
}
