import ArgumentParser

/// What an option says of files: once for all of them, or once for each in their order.
struct OptionByFile {
    let said: [String]

    /// nil where nothing was said.
    subscript(file: Int) -> String? { said.count > 1 ? said[file] : said.first }

    /// - Throws: A misuse, where it was said of some files only.
    static func check(_ said: [String], _ option: String, files: Int) throws {
        guard said.count <= 1 || said.count == files else {
            throw ValidationError("Give \(option) once for all files, or once for each of the \(files).")
        }
    }
}
