/** What the background says to a student. */
export const text = {
  diskFull: '磁盘空间不够，刚才的操作还没有存下来。请清理磁盘空间；清理后会自动补存，已存的记录都在，可以照常导出。',
  notSaved: '刚才的操作还没有存下来，正在自动重试。请先不要关闭浏览器；已存的记录都在，可以照常导出。',
  otherWorld: '练习店铺已经换了一批订单，本次作答的订单不在了，接着做的不计入。请结束这次作答，再重新开始这一课。',
  badEntry: '收到一条看不懂的记录，没有计入。',
  running: (title: string) => `「${title}」还没有结束。要放弃它，开始新的吗？已做的会留在“我的记录”里。`,
  finishFirst: '另一个页面上还有没结束的作答。请先在侧边栏里结束它，再开始这一课。',
  noLesson: (pack: string, lesson: string) => `找不到课程「${pack}/${lesson}」。请检查链接，或从侧边栏选课。`,
  noMode: '这一课没有这种模式。请从侧边栏选择其他模式。',
  noTicketLesson: (title: string) => `这个版本的陪练没有考卷要考的「${title}」。请更新陪练，或请老师换一张考卷。`,
  otherTicket: '考卷已经换了。请看清侧边栏里的考卷，再开始。',
  noAccount: '考核要记名：请先填写姓名和学号，再打开考卷开始。',
  notYet: (title: string) => `「${title}」还没有到开考时间。`,
  over: (title: string) => `「${title}」的考试时间已经过了。`,
  handedIn: '这一课已经交过卷，不能再考。',
  noDemo: '演示没有装上来。请刷新页面再试；也可以从侧边栏改用引导模式。',
  noAttempt: '没有正在进行的作答。',
  gone: '找不到这次作答的记录。',
  unfinished: '考核还没有交卷，交卷后才能导出。',
  badRequest: '看不懂的请求。请刷新页面后再试。',
  failed: (why: string) => `没有成功：${why}。已存的记录都在，请再试一次。`,
} as const;

/** The sentence for an error of the database. */
export function storageTrouble(error: unknown): string {
  return isQuotaError(error) ? text.diskFull : text.notSaved;
}

/** Dexie wraps what the browser threw: a full disk can be the error, its cause, or what aborted the transaction. */
export function isQuotaError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return name === 'QuotaExceededError' || isQuotaError(inner);
}
