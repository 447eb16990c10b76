import ArgumentParser
import Foundation

/// `--data DIR`: the folder that holds one register.
struct RegisterFolder: ParsableArguments {
    @Option(name: .customLong("data"), help: "The folder of the register.")
    var path: String

    @Option(name: .customLong("key"), help: "The master key, where it is kept outside the folder.")
    var keyPath: String?

    var url: URL { URL(filePath: path, directoryHint: .isDirectory) }
}
