import Foundation
import TestKit

/// Looks for planted identities in bytes: as UTF-8 in any case, UTF-16, base64, hexadecimal, behind percent signs or
/// backslashes, and within gzip.
struct LeakScan {
    private struct Pattern {
        let how: String
        let bytes: Data
    }

    private let patterns: [Pattern]

    init() {
        var patterns: [Pattern] = []
        for stem in [
            PlantedIdentities.latin, PlantedIdentities.latin.uppercased(), PlantedIdentities.latin.capitalized,
            PlantedIdentities.arabic, PlantedIdentities.digits,
        ] {
            patterns += LeakScan.patterns(of: stem)
        }
        self.patterns = patterns
    }

    private static func patterns(of stem: String) -> [Pattern] {
        let bytes = Array(stem.utf8)
        let units = Array(stem.utf16)
        var all = [
            Pattern(how: "clear", bytes: Data(bytes)),
            Pattern(how: "UTF-16, low byte first", bytes: Data(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })),
            Pattern(how: "UTF-16, high byte first", bytes: Data(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })),
            Pattern(
                how: "backslashes",
                bytes: Data(units.map { "\\u" + hex(UInt8($0 >> 8)) + hex(UInt8($0 & 0xFF)) }.joined().utf8)),
        ]
        for isUpper in [false, true] {
            let digits = bytes.map { isUpper ? hex($0).uppercased() : hex($0) }
            all.append(Pattern(how: "hexadecimal", bytes: Data(digits.joined().utf8)))
            all.append(Pattern(how: "percent signs", bytes: Data(digits.map { "%" + $0 }.joined().utf8)))
        }
        // Wherever it begins within three bytes: without the letters that hang on the neighbours as well.
        for before in 0..<3 {
            let text = Data(Array(repeating: 0, count: before) + bytes).base64EncodedString()
            let whole = text.drop { $0 == "=" }.dropFirst(before == 0 ? 0 : before + 1)
            let end = (before + bytes.count) % 3
            let sure = whole.filter { $0 != "=" }.dropLast(end == 0 ? 0 : 1)
            all.append(Pattern(how: "base64", bytes: Data(sure.utf8)))
            let other = sure.replacing("+", with: "-").replacing("/", with: "_")
            all.append(Pattern(how: "base64url", bytes: Data(other.utf8)))
        }
        return all
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    /// In which forms something planted is found; empty where nothing is.
    func findings(in bytes: Data) throws -> [String] {
        var found = patterns.filter { bytes.range(of: $0.bytes) != nil }.map(\.how)
        for packed in bytes.ranges(of: Data([0x1F, 0x8B, 0x08])) {
            let inner = try LeakScan.unpacked(bytes[packed.lowerBound...])
            if !inner.isEmpty {
                found += patterns.filter { inner.range(of: $0.bytes) != nil }.map { "gzip, \($0.how)" }
            }
        }
        return Array(Set(found)).sorted()
    }

    private static func unpacked(_ bytes: Data) throws -> Data {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "packed.gz")
        try bytes.write(to: file)
        // Trailing bytes and a cut end are warnings: what came out until then counts.
        _ = try BuiltProgram.run(
            URL(filePath: "/bin/sh"),
            ["-c", "gzip -dc \"$0\" > \"$1\" 2>/dev/null; true", file.path, folder.path("out")])
        return (try? Data(contentsOf: folder.url.appending(path: "out"))) ?? Data()
    }

    /// Everything under a folder: finding by path.
    ///
    /// - Returns: What was found, and how many bytes were looked through.
    func findings(under folder: URL) throws -> (found: [String], bytes: Int) {
        var found: [String] = []
        var size = 0
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            found += try findings(in: Data(file.lastPathComponent.utf8)).map { "the name of \(file.path): \($0)" }
            guard let bytes = try? Data(contentsOf: file) else { continue }
            size += bytes.count
            found += try findings(in: bytes).map { "\(file.path): \($0)" }
        }
        return (found, size)
    }
}
