import type { ComponentChildren } from 'preact';
import { dateTime } from '../../components/labels.ts';
import { ENDED_LABEL } from '../../components/training/role.ts';
import type { RoundTask, Tasks } from '../../domain/training/overview.ts';
import { figuresText } from './figures-text.ts';

/** The four tasks of a student, each with how far it is and the way in. */
export function TaskCards({ tasks }: { tasks: Tasks }) {
  const { service, orders, backend, quiz } = tasks;
  return (
    <section aria-labelledby="tasks-heading">
      <h2 class="part-heading" id="tasks-heading">
        我的任务
      </h2>
      <div class="task-cards">
        <Card
          id="service"
          title="网店客服系统"
          line="接待来访的买家，选出最好的回答，聊成客服订单。"
          href="/service"
          go={service.running ? '继续这一轮' : '进入'}
        >
          <Rounds task={service} kind="service" />
        </Card>
        <Card
          id="orders"
          title="网店订单管理"
          line="判断收货信息真假，选最优物流，发货、作废、收款。"
          href="/orders"
          go={orders.running ? '继续这一轮' : '进入'}
        >
          <Rounds task={orders} kind="orders" />
        </Card>
        <Card
          id="backend"
          title="卖家后台"
          line="插旗备注、改地址、发货、退款、评价，一间真店的日常。"
          href="/sold"
          go="进入"
        >
          <p>
            等待发货 <b class="num">{backend.waitSend}</b> 笔，退款中 <b class="num">{backend.refunding}</b>{' '}
            笔，需要评价 <b class="num">{backend.needRate}</b> 笔
          </p>
        </Card>
        <Card
          id="quiz"
          title="巩固与提高"
          line={`全章习题 ${quiz.total} 道，做完有解析，错题可以重做。`}
          href={quiz.running ? `/quiz/${quiz.running}` : '/quiz'}
          go={quiz.running ? '继续做题' : '进入'}
        >
          {quiz.answered === 0 ? (
            <p class="faint">还没有做过题。</p>
          ) : (
            <p>
              做完 <b class="num">{quiz.papers}</b> 份，答过 <b class="num">{quiz.answered}</b> 题
              {quiz.marked > 0 && (
                <>
                  ，全对 <b class="num">{quiz.right}</b> 题（<span class="num">{percent(quiz.right, quiz.marked)}</span>
                  ）
                </>
              )}
            </p>
          )}
          {quiz.marked > 0 && (
            <progress class="share" max={quiz.marked} value={quiz.right} aria-label="全对的比例">
              {percent(quiz.right, quiz.marked)}
            </progress>
          )}
        </Card>
      </div>
    </section>
  );
}

interface CardProps {
  id: string;
  title: string;
  line: string;
  href: string;
  go: string;
  children: ComponentChildren;
}

function Card({ id, title, line, href, go, children }: CardProps) {
  return (
    <article class="task-card" data-testid={`task-${id}`}>
      <h3>{title}</h3>
      <p class="faint">{line}</p>
      <div class="task-state">{children}</div>
      <a class="button primary" href={href} data-testid={`task-${id}-go`} aria-label={`${go}：${title}`}>
        {go}
      </a>
    </article>
  );
}

function Rounds({ task: { rounds, running, last }, kind }: { task: RoundTask; kind: 'service' | 'orders' }) {
  return (
    <>
      <p>
        做完 <b class="num">{rounds}</b> 轮
        {running && <span class="running">第 {running.split('-')[1]} 轮正在进行</span>}
      </p>
      {last?.end ? (
        <p class="faint">
          上一轮（{ENDED_LABEL[last.ended ?? 'done']}，{dateTime(last.end).slice(5, 16)}）：
          {figuresText(kind, last.figures)}
        </p>
      ) : (
        !running && <p class="faint">还没有做过。</p>
      )}
    </>
  );
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)}%`;
}
