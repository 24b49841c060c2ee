using Bench.Backend.Sqlite;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>The folder that the file is in.</summary>
public sealed class SqliteFilesTests
{
    // Above every id that Linux gives.
    private const int NobodysId = 99_999_999;

    [Fact]
    public void What_a_killed_process_left_is_deleted_and_what_another_uses_is_not()
    {
        var left = Directory.CreateTempSubdirectory($"bench-sqlite-{NobodysId}-");
        var used = Directory.CreateTempSubdirectory($"bench-sqlite-{Environment.ProcessId}-");
        var unknown = Directory.CreateTempSubdirectory("bench-sqlite-of-somebody-");

        var own = TemporaryFolder.Create();

        Assert.False(Directory.Exists(left.FullName));
        Assert.True(used.Exists && unknown.Exists && Directory.Exists(own.Path));
        own.Delete();
        Assert.False(Directory.Exists(own.Path));
        used.Delete();
        unknown.Delete();
    }

    [Fact]
    public void A_file_that_is_closed_is_gone()
    {
        var file = new SqliteFile();
        var during = Directory.Exists(file.Folder);
        file.Close();
        file.Close();

        Assert.True(during);
        Assert.False(Directory.Exists(file.Folder));
    }
}
