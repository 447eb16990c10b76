import Crypto
import Foundation
import Intake

/// A file with a paper in it.
struct PaperFile {
    let path: String

    private static let readerOfPDF = "/usr/bin/pdftotext"

    /// What it is called, without its ending.
    var title: String { URL(filePath: path).deletingPathExtension().lastPathComponent }
    var name: String { URL(filePath: path).lastPathComponent }

    /// - Returns: Its text, and the SHA-256 of its bytes.
    /// - Throws: K102 where it cannot be read, K127 where a program for it is missing, K128 for other kinds.
    func read() throws -> (text: String, hash: String) {
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandFailure.unreadable(file: path, reason: "there is no such file, or you may not read it")
        }
        let hash = SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0\(digits)" : digits
        }.joined()
        return (try text(bytes), hash)
    }

    private func text(_ bytes: [UInt8]) throws -> String {
        switch URL(filePath: path).pathExtension.lowercased() {
        case "txt", "md", "text": PaperText.plain(bytes)
        case "html", "htm": PaperText.markup(bytes)
        case "docx": try word(bytes)
        case "pdf": try PaperText.plain(portable())
        default: throw CommandFailure.unknownPaper(file: path)
        }
    }

    private func word(_ bytes: [UInt8]) throws -> String {
        do { return try WordText.read(bytes, file: path) } catch {
            throw CommandFailure.unreadable(file: path, reason: "it is no DOCX, is damaged, or has a password")
        }
    }

    /// The text of a PDF, by poppler's program: it reads an untrusted file in a process of its own.
    private func portable() throws -> [UInt8] {
        guard FileManager.default.isExecutableFile(atPath: PaperFile.readerOfPDF) else {
            throw CommandFailure.programMissing(program: "pdftotext", package: "poppler-utils")
        }
        let process = Process()
        process.executableURL = URL(filePath: PaperFile.readerOfPDF)
        process.arguments = ["-q", "-enc", "UTF-8", "-nopgbrk", "--", path, "-"]
        process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        do { try process.run() } catch {
            throw CommandFailure.programMissing(program: "pdftotext", package: "poppler-utils")
        }
        let text = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailure.unreadable(file: path, reason: "it is no PDF, is damaged, or has a password")
        }
        return Array(text)
    }
}
