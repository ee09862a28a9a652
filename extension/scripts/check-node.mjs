// Plain JavaScript on purpose: it has to run on the old Node that it complains about.
const wanted = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < wanted) {
  console.error(
    `现在用的是 Node ${process.versions.node}，需要 Node ${wanted} 或更新。请先在项目文件夹里运行 npm ci（它会带来合适的 Node），再用 npm 命令启动；仍不行就安装 Node ${wanted}。`,
  );
  process.exit(1);
}
