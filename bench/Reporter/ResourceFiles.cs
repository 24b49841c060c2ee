using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Bench.Reporter;

/// <summary>Lets templates include each other.</summary>
internal sealed class ResourceFiles : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath) => new ResourceFile(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class ResourceFile(string name) : IFileInfo
    {
        public bool Exists => typeof(Resource).Assembly.GetManifestResourceInfo(name) is not null;
        public bool IsDirectory => false;
        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;
        public long Length => -1;
        public string Name => name;
        public string? PhysicalPath => null;

        public Stream CreateReadStream() => Resource.Open(name);
    }
}
