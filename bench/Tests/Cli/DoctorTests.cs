using System.Text.Json;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>doctor</c> on the machine that the tests run on.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task Every_check_has_a_finding_and_a_verdict_and_an_optimised_build_is_fit()
    {
        var result = await BenchProgram.RunAsync("doctor", "--json");

        Assert.True(result.ExitCode == 0, result.StandardError);
        Assert.Empty(result.StandardError);
        using var document = JsonDocument.Parse(result.StandardOutput);
        var root = document.RootElement;
        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.True(root.GetProperty("fit").GetBoolean());
        Assert.NotEmpty(root.GetProperty("fingerprint").GetString()!);
        var checks = root.GetProperty("checks").EnumerateArray().ToList();
        Assert.All(
            checks,
            check =>
            {
                Assert.NotEmpty(check.GetProperty("found").GetString()!);
                Assert.Contains(check.GetProperty("verdict").GetString(), new[] { "ok", "note", "warning" });
            }
        );
        string[] asked =
        [
            "clock",
            "time source",
            "processors",
            "SMT siblings",
            "frequency governor",
            "turbo",
            "virtual machine",
            "steal",
            "other load",
            "thermal throttling",
            "processor quota",
            "memory available",
            "swap",
            "chart font",
            "room for reports",
            "garbage collector",
            "debugger",
            "build",
            "ThreadPool minimum",
            "open files",
            "thread limit",
            "transparent huge pages",
        ];
        Assert.Empty(asked.Except(checks.Select(check => check.GetProperty("check").GetString()!)));
    }

    [Fact]
    public async Task The_folder_that_a_calibration_would_be_written_to_is_tried_before_anything_is_measured()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a folder that nobody can write to");

        var result = await BenchProgram.RunAsync("doctor", "--calibrate", "--out", "/proc/bench/new");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("/proc/bench cannot be written", result.StandardOutput, StringComparison.Ordinal);
        Assert.StartsWith(
            "error: /proc/bench/new cannot be written",
            result.StandardError,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_table_ends_in_one_line_that_says_whether_the_machine_is_fit()
    {
        var result = await BenchProgram.RunAsync("doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith(
            "fit to measure",
            result.StandardOutput.TrimEnd().Split('\n')[^1],
            StringComparison.Ordinal
        );
    }
}
