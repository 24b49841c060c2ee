using Bench.Results;
using Xunit;

namespace Bench.Tests.Results;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_file_is_written_and_nothing_is_left_beside_it()
    {
        AtomicFile.Write(_folder.In("sample.json"), "first"u8);
        AtomicFile.Write(_folder.In("sample.json"), "second, longer"u8);

        Assert.Equal([_folder.In("sample.json")], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal("second, longer", File.ReadAllText(_folder.In("sample.json")));
    }

    [Fact]
    public void A_write_that_fails_leaves_no_temporary_either()
    {
        Directory.CreateDirectory(_folder.In("taken/by a folder"));

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(_folder.In("taken"), "text"u8));

        Assert.Equal([_folder.In("taken")], Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();
}
