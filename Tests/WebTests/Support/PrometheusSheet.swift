/// A strict reader of Prometheus' text format 0.0.4, written from its description.
struct PrometheusSheet {
  struct Sample {
    let name: String
    let labels: [String: String]
    let value: Double
  }

  private(set) var families: [String: String] = [:]
  private(set) var samples: [Sample] = []
  private(set) var faults: [String] = []
  private var current = ""
  private var helped: Set<String> = []

  init(_ text: String) {
    if !text.hasSuffix("\n") { faults.append("the last line has no end") }
    for line in text.split(separator: "\n") { read(line) }
    checkHistograms()
  }

  private mutating func read(_ line: Substring) {
    let words = line.split(separator: " ", maxSplits: 3).map(String.init)
    if line.hasPrefix("# HELP ") {
      if !helped.insert(words[2]).inserted { faults.append("HELP twice: \(words[2])") }
      current = words[2]
    } else if line.hasPrefix("# TYPE ") {
      if words[2] != current { faults.append("TYPE away from its HELP: \(line)") }
      if families.updateValue(words[3], forKey: words[2]) != nil {
        faults.append("TYPE twice: \(words[2])")
      }
    } else if let sample = Self.sample(line) {
      check(sample, line)
      samples.append(sample)
    } else {
      faults.append("cannot be read: \(line)")
    }
  }

  private mutating func check(_ sample: Sample, _ line: Substring) {
    let endings = families[current] == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
    if !endings.contains(where: { sample.name == current + $0 }) {
      faults.append("not of the family \(current): \(line)")
    }
    if families[current] == "counter", !current.hasSuffix("_total") {
      faults.append("a counter ends in _total: \(current)")
    }
  }

  /// `name{label="value",…} number`
  private static func sample(_ line: Substring) -> Sample? {
    guard let gap = line.lastIndex(of: " "), let value = Double(line[line.index(after: gap)...])
    else { return nil }
    let head = line[..<gap]
    let name = String(head.prefix { $0 != "{" })
    guard !name.isEmpty,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
    else { return nil }
    var rest = head.dropFirst(name.count)
    guard !rest.isEmpty else { return Sample(name: name, labels: [:], value: value) }
    guard rest.hasSuffix("}") else { return nil }
    rest = rest.dropFirst().dropLast()
    var labels: [String: String] = [:]
    while !rest.isEmpty {
      guard let (label, text, left) = label(rest), labels.updateValue(text, forKey: label) == nil
      else { return nil }
      rest = left
    }
    return Sample(name: name, labels: labels, value: value)
  }

  private static func label(_ text: Substring) -> (name: String, value: String, rest: Substring)? {
    let name = text.prefix { $0 != "=" }
    var rest = text.dropFirst(name.count)
    guard rest.hasPrefix("=\"") else { return nil }
    rest = rest.dropFirst(2)
    var value = ""
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\" else {
        value.append(character)
        continue
      }
      switch rest.popFirst() {
      case "n": value.append("\n")
      case "\\": value.append("\\")
      case "\"": value.append("\"")
      default: return nil
      }
    }
    if rest.hasPrefix(",") { rest = rest.dropFirst() }
    return (String(name), value, rest)
  }

  /// Buckets rise, the last one is `+Inf`, and it holds as many as `_count` says.
  private mutating func checkHistograms() {
    for family in families.filter({ $0.value == "histogram" }).keys.sorted() {
      let buckets = samples.filter { $0.name == family + "_bucket" }
      let groups = Dictionary(grouping: buckets) { $0.labels.filter { $0.key != "le" } }
      for (labels, buckets) in groups {
        let bounds = buckets.compactMap { $0.labels["le"].flatMap(Self.bound) }
        let count = samples.first { $0.name == family + "_count" && $0.labels == labels }?.value
        if bounds != bounds.sorted() || bounds.last != .infinity {
          faults.append("buckets of \(family) are out of order")
        }
        if buckets.map(\.value) != buckets.map(\.value).sorted() || buckets.last?.value != count {
          faults.append("buckets of \(family) are not cumulated")
        }
      }
    }
  }

  private static func bound(_ text: String) -> Double? {
    text == "+Inf" ? .infinity : Double(text)
  }
}
