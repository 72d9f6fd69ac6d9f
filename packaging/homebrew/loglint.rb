# For a tap: docs/releasing.md says how. Beside each release stand the two lines with its tag and revision.
class Loglint < Formula
  desc "Finds the errors of a Go service that leave no trace"
  homepage "https://github.com/loglint/loglint"
  license "Apache-2.0"
  head "https://github.com/loglint/loglint.git", branch: "main"

  # Not for the build alone: loglint has the go command load and compile what it looks at.
  depends_on "go"

  def install
    system "go", "build", *std_go_args(ldflags: "-s -w"), "./cmd/loglint"
    man1.install "docs/loglint.1"
    generate_completions_from_executable(bin/"loglint", "completion")
  end

  test do
    (testpath/"go.mod").write <<~EOS
      module example.com/notes

      go 1.26
    EOS
    (testpath/"notes.go").write <<~EOS
      package notes

      import "os"

      func Save(name string, text []byte) {
        os.WriteFile(name, text, 0o600)
      }
    EOS
    assert_match "error from os.WriteFile is discarded", shell_output("#{bin}/loglint -all ./... 2>&1", 3)
  end
end
