using Bench.Cli.Gating;
using Xunit;

namespace Bench.Tests.Cli.Gating;

public sealed class CompilerErrorsTests
{
    [Fact]
    public void Each_is_told_once_from_the_suites_folder_without_its_project_and_without_the_summary() =>
        Assert.Equal(
            ["bench/Tasks/Inventory.cs(7,1): error CS1002: ; expected"],
            CompilerErrors.In(
                """
                /tmp/base/bench/Tasks/Inventory.cs(7,1): error CS1002: ; expected [/tmp/base/bench/Tasks/Tasks.csproj]
                /tmp/base/bench/Tasks/Inventory.cs(7,1): error CS1002: ; expected [/tmp/base/bench/Tasks/Tasks.csproj]
                Build FAILED.
                    0 Warning(s)
                    1 Error(s)
                """,
                "/tmp/base"
            )
        );

    [Fact]
    public void What_is_said_without_an_error_is_better_than_nothing() =>
        Assert.Equal(
            ["A compatible .NET SDK was not found."],
            CompilerErrors.In("\nA compatible .NET SDK was not found.\nRequested: 10.0.401\n", "/tmp/base")
        );
}
