<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AssignmentEntries</name>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln 个席位</numerusform>
            </translation>
        </message>
        <message>
            <source>active again on %1</source>
            <translation>将于 %1 恢复生效</translation>
        </message>
        <message>
            <source>ended on %1</source>
            <translation>已于 %1 结束</translation>
        </message>
    </context>
    <context>
        <name>AssignmentList</name>
        <message>
            <source>open</source>
            <translation>不限期</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>Audit</name>
        <message>
            <source>Assignment</source>
            <translation>分配</translation>
        </message>
        <message>
            <source>Assignments added: %1</source>
            <translation>新增分配：%1</translation>
        </message>
        <message>
            <source>Assignments changed: %1</source>
            <translation>更改分配：%1</translation>
        </message>
        <message>
            <source>Assignments removed: %1</source>
            <translation>移除分配：%1</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Members added: %1</source>
            <translation>新增成员：%1</translation>
        </message>
        <message>
            <source>Members changed: %1</source>
            <translation>更改成员：%1</translation>
        </message>
        <message>
            <source>Members removed: %1</source>
            <translation>移除成员：%1</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Licences added: %1</source>
            <translation>新增许可证：%1</translation>
        </message>
        <message>
            <source>Licences changed: %1</source>
            <translation>更改许可证：%1</translation>
        </message>
        <message>
            <source>Licences removed: %1</source>
            <translation>移除许可证：%1</translation>
        </message>
        <message>
            <source>Entitlement</source>
            <translation>授权</translation>
        </message>
        <message>
            <source>Entitlements added: %1</source>
            <translation>新增授权：%1</translation>
        </message>
        <message>
            <source>Entitlements changed: %1</source>
            <translation>更改授权：%1</translation>
        </message>
        <message>
            <source>Entitlements removed: %1</source>
            <translation>移除授权：%1</translation>
        </message>
        <message>
            <source>Licence key</source>
            <translation>许可证密钥</translation>
        </message>
        <message>
            <source>Licence keys added: %1</source>
            <translation>新增许可证密钥：%1</translation>
        </message>
        <message>
            <source>Licence keys changed: %1</source>
            <translation>更改许可证密钥：%1</translation>
        </message>
        <message>
            <source>Licence keys removed: %1</source>
            <translation>移除许可证密钥：%1</translation>
        </message>
        <message>
            <source>Reading of a key</source>
            <translation>密钥读取</translation>
        </message>
        <message>
            <source>Keys read: %1</source>
            <translation>读取密钥：%1</translation>
        </message>
        <message>
            <source>Readings changed: %1</source>
            <translation>更改密钥读取记录：%1</translation>
        </message>
        <message>
            <source>Readings removed: %1</source>
            <translation>移除密钥读取记录：%1</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Departments added: %1</source>
            <translation>新增部门：%1</translation>
        </message>
        <message>
            <source>Departments changed: %1</source>
            <translation>更改部门：%1</translation>
        </message>
        <message>
            <source>Departments removed: %1</source>
            <translation>移除部门：%1</translation>
        </message>
        <message>
            <source>Vendor</source>
            <translation>厂商</translation>
        </message>
        <message>
            <source>Vendors added: %1</source>
            <translation>新增厂商：%1</translation>
        </message>
        <message>
            <source>Vendors changed: %1</source>
            <translation>更改厂商：%1</translation>
        </message>
        <message>
            <source>Vendors removed: %1</source>
            <translation>移除厂商：%1</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>Products added: %1</source>
            <translation>新增产品：%1</translation>
        </message>
        <message>
            <source>Products changed: %1</source>
            <translation>更改产品：%1</translation>
        </message>
        <message>
            <source>Products removed: %1</source>
            <translation>移除产品：%1</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>操作员</translation>
        </message>
        <message>
            <source>Operators added: %1</source>
            <translation>新增操作员：%1</translation>
        </message>
        <message>
            <source>Operators changed: %1</source>
            <translation>更改操作员：%1</translation>
        </message>
        <message>
            <source>Operators removed: %1</source>
            <translation>移除操作员：%1</translation>
        </message>
        <message>
            <source>Department of an operator</source>
            <translation>操作员的部门</translation>
        </message>
        <message>
            <source>Departments of operators added: %1</source>
            <translation>新增操作员的部门：%1</translation>
        </message>
        <message>
            <source>Departments of operators changed: %1</source>
            <translation>更改操作员的部门：%1</translation>
        </message>
        <message>
            <source>Departments of operators removed: %1</source>
            <translation>移除操作员的部门：%1</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Passwords set: %1</source>
            <translation>设置密码：%1</translation>
        </message>
        <message>
            <source>Passwords changed: %1</source>
            <translation>更改密码：%1</translation>
        </message>
        <message>
            <source>Passwords removed: %1</source>
            <translation>移除密码：%1</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Devices added: %1</source>
            <translation>新增设备：%1</translation>
        </message>
        <message>
            <source>Devices changed: %1</source>
            <translation>更改设备：%1</translation>
        </message>
        <message>
            <source>Devices removed: %1</source>
            <translation>移除设备：%1</translation>
        </message>
        <message>
            <source>Activation</source>
            <translation>激活</translation>
        </message>
        <message>
            <source>Activations added: %1</source>
            <translation>新增激活：%1</translation>
        </message>
        <message>
            <source>Activations changed: %1</source>
            <translation>更改激活：%1</translation>
        </message>
        <message>
            <source>Activations removed: %1</source>
            <translation>移除激活：%1</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Tokens added: %1</source>
            <translation>新增令牌：%1</translation>
        </message>
        <message>
            <source>Tokens changed: %1</source>
            <translation>更改令牌：%1</translation>
        </message>
        <message>
            <source>Tokens removed: %1</source>
            <translation>移除令牌：%1</translation>
        </message>
        <message>
            <source>Feature switch</source>
            <translation>功能开关</translation>
        </message>
        <message>
            <source>Feature switches added: %1</source>
            <translation>新增功能开关：%1</translation>
        </message>
        <message>
            <source>Feature switches changed: %1</source>
            <translation>更改功能开关：%1</translation>
        </message>
        <message>
            <source>Feature switches removed: %1</source>
            <translation>移除功能开关：%1</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Settings added: %1</source>
            <translation>新增设置：%1</translation>
        </message>
        <message>
            <source>Settings changed: %1</source>
            <translation>更改设置：%1</translation>
        </message>
        <message>
            <source>Settings removed: %1</source>
            <translation>移除设置：%1</translation>
        </message>
        <message>
            <source>Assign seats</source>
            <translation>分配席位</translation>
        </message>
        <message>
            <source>Revoke seats</source>
            <translation>收回席位</translation>
        </message>
        <message>
            <source>Suspend seats</source>
            <translation>暂停席位</translation>
        </message>
        <message>
            <source>Resume seats</source>
            <translation>恢复席位</translation>
        </message>
        <message>
            <source>Transfer seats</source>
            <translation>转让席位</translation>
        </message>
        <message>
            <source>Change days</source>
            <translation>更改日期</translation>
        </message>
        <message>
            <source>Change number of seats</source>
            <translation>更改席位数</translation>
        </message>
        <message>
            <source>Renew</source>
            <translation>续订</translation>
        </message>
        <message>
            <source>Departure</source>
            <translation>离职</translation>
        </message>
        <message>
            <source>Add member</source>
            <translation>添加成员</translation>
        </message>
        <message>
            <source>Edit member</source>
            <translation>编辑成员</translation>
        </message>
        <message>
            <source>Add department</source>
            <translation>添加部门</translation>
        </message>
        <message>
            <source>Edit department</source>
            <translation>编辑部门</translation>
        </message>
        <message>
            <source>Add licence</source>
            <translation>添加许可证</translation>
        </message>
        <message>
            <source>Edit licence</source>
            <translation>编辑许可证</translation>
        </message>
        <message>
            <source>Add entitlement</source>
            <translation>添加授权</translation>
        </message>
        <message>
            <source>Edit entitlement</source>
            <translation>编辑授权</translation>
        </message>
        <message>
            <source>Cancel entitlement</source>
            <translation>取消授权</translation>
        </message>
        <message>
            <source>Add keys</source>
            <translation>添加密钥</translation>
        </message>
        <message>
            <source>Read a key</source>
            <translation>读取密钥</translation>
        </message>
        <message>
            <source>Add operator</source>
            <translation>添加操作员</translation>
        </message>
        <message>
            <source>Edit operator</source>
            <translation>编辑操作员</translation>
        </message>
        <message>
            <source>Disable operator</source>
            <translation>停用操作员</translation>
        </message>
        <message>
            <source>Enable operator</source>
            <translation>启用操作员</translation>
        </message>
        <message>
            <source>Set password</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>What was due</source>
            <translation>到期事项</translation>
        </message>
        <message>
            <source>Opening of the book</source>
            <translation>账本开立</translation>
        </message>
        <message>
            <source>Sample data</source>
            <translation>示例数据</translation>
        </message>
        <message>
            <source>Changed by SQL</source>
            <translation>通过 SQL 更改</translation>
        </message>
        <message>
            <source>Exchange rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Exchange rates added: %1</source>
            <translation>新增汇率：%1</translation>
        </message>
        <message>
            <source>Exchange rates changed: %1</source>
            <translation>更改汇率：%1</translation>
        </message>
        <message>
            <source>Exchange rates removed: %1</source>
            <translation>移除汇率：%1</translation>
        </message>
        <message>
            <source>Import mapping</source>
            <translation>导入映射</translation>
        </message>
        <message>
            <source>Import mappings added: %1</source>
            <translation>新增导入映射：%1</translation>
        </message>
        <message>
            <source>Import mappings changed: %1</source>
            <translation>更改导入映射：%1</translation>
        </message>
        <message>
            <source>Import mappings removed: %1</source>
            <translation>移除导入映射：%1</translation>
        </message>
        <message>
            <source>Set rates</source>
            <translation>设置汇率</translation>
        </message>
        <message>
            <source>Edit import mapping</source>
            <translation>编辑导入映射</translation>
        </message>
        <message>
            <source>Waiting list</source>
            <translation>候补名单</translation>
        </message>
        <message>
            <source>Put on the waiting list: %1</source>
            <translation>列入候补名单：%1</translation>
        </message>
        <message>
            <source>Entries of the waiting list changed: %1</source>
            <translation>更改的候补条目：%1</translation>
        </message>
        <message>
            <source>Entries of the waiting list removed: %1</source>
            <translation>移除的候补条目：%1</translation>
        </message>
        <message>
            <source>Access review</source>
            <translation>访问审查</translation>
        </message>
        <message>
            <source>Access reviews added: %1</source>
            <translation>新增的访问审查：%1</translation>
        </message>
        <message>
            <source>Access reviews changed: %1</source>
            <translation>更改的访问审查：%1</translation>
        </message>
        <message>
            <source>Access reviews removed: %1</source>
            <translation>移除的访问审查：%1</translation>
        </message>
        <message>
            <source>Seat in a review</source>
            <translation>审查中的席位</translation>
        </message>
        <message>
            <source>Seats in reviews added: %1</source>
            <translation>新增的审查席位：%1</translation>
        </message>
        <message>
            <source>Seats in reviews changed: %1</source>
            <translation>更改的审查席位：%1</translation>
        </message>
        <message>
            <source>Seats in reviews removed: %1</source>
            <translation>移除的审查席位：%1</translation>
        </message>
        <message>
            <source>Begin an access review</source>
            <translation>开始访问审查</translation>
        </message>
        <message>
            <source>Decide in an access review</source>
            <translation>在访问审查中决定</translation>
        </message>
        <message>
            <source>Carry out an access review</source>
            <translation>执行访问审查</translation>
        </message>
        <message>
            <source>Give up an access review</source>
            <translation>放弃访问审查</translation>
        </message>
        <message>
            <source>Ask for seats</source>
            <translation>申请席位</translation>
        </message>
        <message>
            <source>Take off the waiting list</source>
            <translation>移出候补名单</translation>
        </message>
        <message>
            <source>Set notices</source>
            <translation>设置通知</translation>
        </message>
        <message>
            <source>Licence file</source>
            <translation>许可证文件</translation>
        </message>
        <message>
            <source>Licence files given out: %1</source>
            <translation>发出的许可证文件：%1</translation>
        </message>
        <message>
            <source>Licence files changed: %1</source>
            <translation>更改的许可证文件：%1</translation>
        </message>
        <message>
            <source>Licence files removed: %1</source>
            <translation>移除的许可证文件：%1</translation>
        </message>
        <message>
            <source>Edit assignment</source>
            <translation>编辑分配</translation>
        </message>
        <message>
            <source>Create token</source>
            <translation>创建令牌</translation>
        </message>
        <message>
            <source>Revoke token</source>
            <translation>收回令牌</translation>
        </message>
        <message>
            <source>Activate on a device</source>
            <translation>在设备上激活</translation>
        </message>
        <message>
            <source>Release a device</source>
            <translation>释放设备</translation>
        </message>
        <message>
            <source>Rename device</source>
            <translation>重命名设备</translation>
        </message>
        <message>
            <source>Take device out of use</source>
            <translation>停用设备</translation>
        </message>
        <message>
            <source>Give out a licence file</source>
            <translation>发出许可证文件</translation>
        </message>
        <message>
            <source>Switch a feature</source>
            <translation>切换功能</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backups noted: %1</source>
            <translation>已登记的备份：%1</translation>
        </message>
        <message>
            <source>Backups changed: %1</source>
            <translation>已更改的备份：%1</translation>
        </message>
        <message>
            <source>Backups removed: %1</source>
            <translation>已移除的备份：%1</translation>
        </message>
        <message>
            <source>Verify a backup</source>
            <translation>验证备份</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>恢复备份</translation>
        </message>
        <message>
            <source>Archive the audit</source>
            <translation>归档审计记录</translation>
        </message>
        <message>
            <source>Set how long the audit is kept</source>
            <translation>设置审计保留期</translation>
        </message>
        <message>
            <source>The book was opened</source>
            <translation>账本已建立</translation>
        </message>
        <message>
            <source>What was due on %1</source>
            <translation>%1 的到期事项</translation>
        </message>
    </context>
    <context>
        <name>AuditArchive</name>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>无法读取 %1：%2</translation>
        </message>
        <message>
            <source>The audit is kept for %1 months: what is from before %2 may be archived, and nothing later.</source>
            <translation>审计记录保留 %1 个月：只能归档 %2 之前的内容。</translation>
        </message>
        <message>
            <source>No part of the audit in the book ends before %1.</source>
            <translation>账本中没有在 %1 之前结束的审计部分。</translation>
        </message>
        <message>
            <source>%1 is there already. Move it away, or choose another folder.</source>
            <translation>%1 已存在。请将其移走，或选择其他文件夹。</translation>
        </message>
        <message>
            <source>The book knows of no archive of %1.</source>
            <translation>账本中没有 %1 的归档记录。</translation>
        </message>
        <message>
            <source>The file is whole, but it is not the one that was archived from this book.</source>
            <translation>文件完整，但不是从此账本归档的那一个。</translation>
        </message>
        <message>
            <source>The archive does not lead through the anchor at link %1.</source>
            <translation>归档不经过链环 %1 处的锚点。</translation>
        </message>
        <message>
            <source>The audit is kept for 1 to 9999 months.</source>
            <translation>审计记录可保留 1 到 9999 个月。</translation>
        </message>
        <message>
            <source>Keep the audit in the book for %1 months</source>
            <translation>审计记录在账本中保留 %1 个月</translation>
        </message>
    </context>
    <context>
        <name>AuditArchiveCheck</name>
        <message>
            <source>The archive is damaged in line %1: %2</source>
            <translation>归档文件第 %1 行已损坏：%2</translation>
        </message>
        <message>
            <source>something follows its end.</source>
            <translation>结尾之后还有内容。</translation>
        </message>
        <message>
            <source>it is neither a link nor an event.</source>
            <translation>它既不是链环也不是事件。</translation>
        </message>
        <message>
            <source>this is no archive of an audit.</source>
            <translation>这不是审计归档文件。</translation>
        </message>
        <message>
            <source>a link is missing before position %1.</source>
            <translation>位置 %1 之前缺少一个链环。</translation>
        </message>
        <message>
            <source>link %1 was altered, or it is not where it was in the chain.</source>
            <translation>链环 %1 被篡改，或不在链中原来的位置。</translation>
        </message>
        <message>
            <source>an event stands before the first link.</source>
            <translation>第一个链环之前出现了事件。</translation>
        </message>
        <message>
            <source>the events of link %1 before it are not those that were booked.</source>
            <translation>其前链环 %1 的事件与登记的不一致。</translation>
        </message>
        <message>
            <source>its end does not fit what stands before.</source>
            <translation>结尾与前面的内容不符。</translation>
        </message>
        <message>
            <source>its end is missing.</source>
            <translation>缺少结尾。</translation>
        </message>
    </context>
    <context>
        <name>AuditVerifier</name>
        <message>
            <source>Statement %1 has %2 events, but %3 were booked.</source>
            <translation>语句 %1 有 %2 个事件，但登记了 %3 个。</translation>
        </message>
        <message>
            <source>An event of statement %1 was altered.</source>
            <translation>语句 %1 的一个事件被篡改。</translation>
        </message>
        <message>
            <source>The record of where the chain ends is missing.</source>
            <translation>缺少链末端的记录。</translation>
        </message>
        <message>
            <source>The chain should end with link %1, but ends with link %2.</source>
            <translation>链应以环 %1 结束，但却以环 %2 结束。</translation>
        </message>
        <message>
            <source>Statement %1 is not in the chain.</source>
            <translation>语句 %1 不在链中。</translation>
        </message>
        <message>
            <source>There are events of statement %1, which does not exist.</source>
            <translation>存在属于语句 %1 的事件，但该语句不存在。</translation>
        </message>
        <message>
            <source>The end of the audit chain is damaged. Verify it to see where.</source>
            <translation>审计链的末端已损坏。请运行验证以查看位置。</translation>
        </message>
        <message>
            <source>The record of where the chain ends does not have the hash of link %1.</source>
            <translation>记录链末端的数据与环 %1 的哈希不一致。</translation>
        </message>
        <message>
            <source>Operation %1 is not in the chain.</source>
            <translation>操作 %1 不在链中。</translation>
        </message>
        <message>
            <source>The anchor belongs to the book %1, but this is the book %2.</source>
            <translation>该锚点属于账本 %1，而这里是账本 %2。</translation>
        </message>
        <message>
            <source>The chain ends with link %1, but had %2 links when it was anchored: its end was cut off.</source>
            <translation>链终止于环 %1，但建立锚点时有 %2 个环：末端已被截断。</translation>
        </message>
        <message>
            <source>Link %1 is not the one that was anchored: the chain was rewritten, there or before.</source>
            <translation>环 %1 与锚点所记不符：链在该处或之前被改写。</translation>
        </message>
        <message>
            <source>The archived part %1 does not go on where the one before ends.</source>
            <translation>归档部分 %1 没有接续前一部分的末尾。</translation>
        </message>
        <message>
            <source>What the book keeps of the archived part %1 is not what was written when it was archived.</source>
            <translation>账本中关于归档部分 %1 的记录与归档时写入的不一致。</translation>
        </message>
        <message>
            <source>An operation of the archived part %1 was altered, added or removed.</source>
            <translation>归档部分 %1 的某个操作被篡改、添加或删除。</translation>
        </message>
        <message>
            <source>Link %1, where the anchor was taken, is archived. Verify the archive&apos;s file with it: seatledgerctl audit verify --archive FILE --anchor ANCHOR</source>
            <translation>锚点所在的链环 %1 已归档。请用归档文件核验：seatledgerctl audit verify --archive FILE --anchor ANCHOR</translation>
        </message>
    </context>
    <context>
        <name>Backup</name>
        <message>
            <source>The backup is damaged: its manifest is not as it was written. Take another backup.</source>
            <translation>备份已损坏：其清单与写入时不同。请改用另一份备份。</translation>
        </message>
        <message>
            <source>This is not a backup of Seatledger. Name the folder that `backup create` made.</source>
            <translation>这不是 Seatledger 的备份。请给出 `backup create` 建立的文件夹。</translation>
        </message>
        <message>
            <source>A newer version of Seatledger made this backup, in a form that this one does not know. Use that version.</source>
            <translation>此备份由更新版本的 Seatledger 制作，其格式本版本不认识。请使用该版本。</translation>
        </message>
        <message>
            <source>There is no book in this database.</source>
            <translation>此数据库中没有账本。</translation>
        </message>
        <message>
            <source>Only the owner of the book sees all of it and can back it up. Sign in as its owner.</source>
            <translation>只有账本的所有者能看到全部内容并备份。请以所有者身份登录。</translation>
        </message>
        <message>
            <source>The logins in this backup are not understood.</source>
            <translation>无法理解此备份中的登录名。</translation>
        </message>
        <message>
            <source>Somebody else restores the database %1 at this moment. Wait until that has ended.</source>
            <translation>另有人正在恢复数据库 %1。请等待其结束。</translation>
        </message>
        <message>
            <source>Other programs connect to the database %1 again and again. End them, then try again.</source>
            <translation>其他程序不断连接数据库 %1。请结束它们，然后重试。</translation>
        </message>
        <message>
            <source>The backup was not verified.</source>
            <translation>该备份未经验证。</translation>
        </message>
        <message>
            <source>The backup of %1 was verified</source>
            <translation>%1 的备份已验证</translation>
        </message>
        <message>
            <source>The backup is not whole: restored, %1 has %2 and not %3. Use another backup.</source>
            <translation>备份不完整：恢复后 %1 为 %2，而不是 %3。请使用另一份备份。</translation>
        </message>
        <message>
            <source>Restored, the book in the backup does not add up: %1, %2: expected %3, found %4. Use an older backup, or look at the book itself with `doctor`.</source>
            <translation>恢复后备份中的账本不平：%1，%2：应为 %3，实为 %4。请使用更早的备份，或用 `doctor` 检查账本本身。</translation>
        </message>
        <message>
            <source>The backup is newer than this program: its schema is %1, this one&apos;s is %2. Use Seatledger %3 or newer.</source>
            <translation>备份比此程序新：其架构为 %1，本程序为 %2。请使用 Seatledger %3 或更新版本。</translation>
        </message>
        <message>
            <source>The backup is not whole: restored, its audit chain ends elsewhere than the manifest says. Use another backup.</source>
            <translation>备份不完整：恢复后其审计链的末端与清单所述不同。请使用另一份备份。</translation>
        </message>
        <message>
            <source>The database %1 holds other things than a book. Restore into a database of its own.</source>
            <translation>数据库 %1 中有账本以外的内容。请恢复到单独的数据库。</translation>
        </message>
        <message>
            <source>There is a book in the database %1 already. Say --replace to put the backup in its place; it is backed up first.</source>
            <translation>数据库 %1 中已有账本。加上 --replace 可用备份代替它；会先备份它。</translation>
        </message>
        <message>
            <source>The book was restored from the backup of %1</source>
            <translation>账本已从 %1 的备份恢复</translation>
        </message>
        <message>
            <source>The disk of %1 is full. Make room on it, or choose another folder.</source>
            <translation>%1 所在磁盘已满。请腾出空间，或选择另一个文件夹。</translation>
        </message>
        <message>
            <source>%1 failed: %2</source>
            <translation>%1 失败：%2</translation>
        </message>
        <message>
            <source>There is a backup %1 already.</source>
            <translation>备份 %1 已存在。</translation>
        </message>
        <message>
            <source>The backup is damaged: %1 is missing. Use another backup.</source>
            <translation>备份已损坏：缺少 %1。请使用另一份备份。</translation>
        </message>
        <message>
            <source>The backup is damaged: of %2 bytes of %1 the last %3 are missing. Use another backup.</source>
            <translation>备份已损坏：%1 的 %2 个字节中缺少最后 %3 个。请使用另一份备份。</translation>
        </message>
        <message>
            <source>The backup is damaged: %1 is longer than it was written. Use another backup.</source>
            <translation>备份已损坏：%1 比写入时长。请使用另一份备份。</translation>
        </message>
        <message>
            <source>There is no backup %1.</source>
            <translation>没有备份 %1。</translation>
        </message>
        <message>
            <source>The backup is damaged: %1 is not as it was written. Use another backup.</source>
            <translation>备份已损坏：%1 与写入时不同。请使用另一份备份。</translation>
        </message>
        <message>
            <source>Restored, the book needs about %1 MB, and the disk of %2 has %3 MB free. Make room there, or choose another place.</source>
            <translation>恢复后账本约需 %1 MB，而 %2 所在磁盘只剩 %3 MB。请在那里腾出空间，或选择另一个位置。</translation>
        </message>
        <message>
            <source>There is a workspace %1 already (%2). Choose another name.</source>
            <translation>已有工作区 %1（%2）。请选择另一个名称。</translation>
        </message>
    </context>
    <context>
        <name>Backups</name>
        <message>
            <source>just now</source>
            <translation>刚刚</translation>
        </message>
        <message>
            <source>%1 ago</source>
            <translation>%1前</translation>
        </message>
        <message>
            <source>Newer than this program</source>
            <translation>比此程序新</translation>
        </message>
        <message>
            <source>Of another book</source>
            <translation>属于另一账本</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>已验证</translation>
        </message>
        <message>
            <source>Not verified</source>
            <translation>未验证</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>已损坏</translation>
        </message>
        <message>
            <source>%1 · schema %2 · audit %3, %4 …</source>
            <translation>%1 · 结构 %2 · 审计 %3，%4…</translation>
        </message>
        <message>
            <source>%1, %2 checks</source>
            <translation>%1，%2 项检查</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从未</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>%1, there %2; by Seatledger %3, PostgreSQL %4</source>
            <translation>%1，在那里占 %2；由 Seatledger %3、PostgreSQL %4 创建</translation>
        </message>
        <message>
            <source>Audit head</source>
            <translation>审计末端</translation>
        </message>
        <message>
            <source>Passwords</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>of the logins, as verifiers</source>
            <translation>登录名的密码（以验证值形式）</translation>
        </message>
        <message>
            <source>none: logins get new ones after it was restored</source>
            <translation>无：恢复之后须为登录名设置新密码</translation>
        </message>
    </context>
    <context>
        <name>Badges</name>
        <message>
            <source>Suspended, seat released</source>
            <translation>已暂停，席位已释放</translation>
        </message>
    </context>
    <context>
        <name>CellText</name>
        <message>
            <source>“%1” is no day: write it as 2026-12-31.</source>
            <translation>“%1”不是日期：请写成 2026-12-31 的形式。</translation>
        </message>
        <message>
            <source>“%1” is no whole number.</source>
            <translation>“%1”不是整数。</translation>
        </message>
    </context>
    <context>
        <name>ChangePlan</name>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln 个席位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It is not possible for %Ln; nothing is changed as it is.</source>
            <translation>
                <numerusform>有 %Ln 项无法执行；按当前设置不会更改任何内容。</numerusform>
            </translation>
        </message>
        <message>
            <source>It is possible for %1 of %2.</source>
            <translation>%2 项中有 %1 项可以执行。</translation>
        </message>
        <message>
            <source>It is possible.</source>
            <translation>可以执行。</translation>
        </message>
        <message numerus="yes">
            <source>It is possible for all %Ln.</source>
            <translation>
                <numerusform>全部 %Ln 项均可执行。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>Database</name>
        <message>
            <source>The address of the database was not understood: %1</source>
            <translation>无法理解数据库地址：%1</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>已取消。</translation>
        </message>
        <message>
            <source>It is no longer there.</source>
            <translation>它已不存在。</translation>
        </message>
        <message>
            <source>The connection to the database was lost.</source>
            <translation>与数据库的连接已断开。</translation>
        </message>
        <message>
            <source>%1 must not have a semicolon in it.</source>
            <translation>%1 中不能有分号。</translation>
        </message>
        <message>
            <source>The password in the address of the database was not understood: in an address, characters such as @ / ? % are written as %40 %2F %3F %25. Better leave it out; it will be asked for.</source>
            <translation>无法理解数据库地址中的密码：地址中的 @ / ? % 等字符要写成 %40 %2F %3F %25。最好不写密码，程序会询问。</translation>
        </message>
        <message>
            <source>%1 in the address of the database is not a number.</source>
            <translation>数据库地址中的 %1 不是数字。</translation>
        </message>
        <message>
            <source>The window must not wait for the database. This is a bug.</source>
            <translation>窗口不得等待数据库。这是一个程序错误。</translation>
        </message>
    </context>
    <context>
        <name>Hindrance</name>
        <message>
            <source>There is no connection to the database. What you typed stays; you can go on once the connection is back.</source>
            <translation>与数据库的连接已断开。您输入的内容会保留；连接恢复后即可继续。</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>立即尝试</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>state</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>days</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>suspended until</source>
            <translation>暂停至</translation>
        </message>
        <message>
            <source>price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>overage</source>
            <translation>超额</translation>
        </message>
        <message>
            <source>metric</source>
            <translation>计量方式</translation>
        </message>
        <message>
            <source>term</source>
            <translation>期限类型</translation>
        </message>
        <message>
            <source>joined on</source>
            <translation>入职日期</translation>
        </message>
        <message>
            <source>left on</source>
            <translation>离职日期</translation>
        </message>
        <message>
            <source>note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>由 %1</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>今天 %1</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>昨天 %1</translation>
        </message>
        <message>
            <source>value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>login</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>vendor</source>
            <translation>厂商</translation>
        </message>
        <message>
            <source>product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>operator</source>
            <translation>操作员</translation>
        </message>
        <message>
            <source>member</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>part of</source>
            <translation>上级部门</translation>
        </message>
        <message>
            <source>device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>rights</source>
            <translation>权限</translation>
        </message>
        <message>
            <source>seat released</source>
            <translation>席位已释放</translation>
        </message>
        <message>
            <source>ended on</source>
            <translation>结束于</translation>
        </message>
        <message>
            <source>reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>billing</source>
            <translation>计费周期</translation>
        </message>
        <message>
            <source>order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>取消时间</translation>
        </message>
        <message>
            <source>devices per seat</source>
            <translation>每席位设备数</translation>
        </message>
        <message>
            <source>lease</source>
            <translation>租约</translation>
        </message>
        <message>
            <source>when it expires</source>
            <translation>到期时</translation>
        </message>
        <message>
            <source>warn below</source>
            <translation>低于时提醒</translation>
        </message>
        <message>
            <source>website</source>
            <translation>网站</translation>
        </message>
        <message>
            <source>fingerprint</source>
            <translation>指纹</translation>
        </message>
        <message>
            <source>platform</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>retired on</source>
            <translation>停用于</translation>
        </message>
        <message>
            <source>activated</source>
            <translation>激活时间</translation>
        </message>
        <message>
            <source>released</source>
            <translation>释放时间</translation>
        </message>
        <message>
            <source>why released</source>
            <translation>释放原因</translation>
        </message>
        <message>
            <source>disabled since</source>
            <translation>停用时间</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>mode</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>roles</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>percent</source>
            <translation>百分比</translation>
        </message>
        <message>
            <source>scopes</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>created</source>
            <translation>创建时间</translation>
        </message>
        <message>
            <source>expires</source>
            <translation>过期时间</translation>
        </message>
        <message>
            <source>revoked</source>
            <translation>收回时间</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Nothing yet.</source>
            <translation>尚无内容。</translation>
        </message>
        <message>
            <source>Seen by administrators and auditors.</source>
            <translation>管理员和审计员可见。</translation>
        </message>
        <message>
            <source>decision</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>decided by</source>
            <translation>决定者</translation>
        </message>
        <message>
            <source>due on</source>
            <translation>截止日期</translation>
        </message>
        <message>
            <source>leaves on</source>
            <translation>离职日期</translation>
        </message>
        <message>
            <source>lead times</source>
            <translation>提前天数</translation>
        </message>
    </context>
    <context>
        <name>Keychain</name>
        <message>
            <source>The keychain was not unlocked.</source>
            <translation>钥匙串未解锁。</translation>
        </message>
        <message>
            <source>The desktop&apos;s keychain cannot be used.</source>
            <translation>无法使用桌面的钥匙串。</translation>
        </message>
    </context>
    <context>
        <name>LicenseContents</name>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Current</source>
            <translation>当前</translation>
        </message>
        <message>
            <source>To come</source>
            <translation>将来</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>已结束</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln 个席位</numerusform>
            </translation>
        </message>
        <message>
            <source>Unlimited seats</source>
            <translation>不限席位</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats are lacking today.</source>
            <translation>
                <numerusform>今天缺少 %Ln 个席位。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats will be lacking from %1.</source>
            <translation>
                <numerusform>从 %1 起将缺少 %Ln 个席位。</numerusform>
            </translation>
        </message>
        <message>
            <source>There are fewer seats from %1, enough for all that is promised.</source>
            <translation>从 %1 起席位减少，但足以满足全部承诺。</translation>
        </message>
        <message>
            <source>price not visible</source>
            <translation>价格不可见</translation>
        </message>
    </context>
    <context>
        <name>LicenseList</name>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Seats in use</source>
            <translation>已用席位</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>期限类型</translation>
        </message>
        <message>
            <source>Fewer seats on</source>
            <translation>席位减少日</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待人数</translation>
        </message>
        <message>
            <source>Overage</source>
            <translation>超额</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Warn below</source>
            <translation>低于此数提醒</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>MemberList</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Joined on</source>
            <translation>入职日期</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>Migrator</name>
        <message>
            <source>The database has schema version %1, newer than this program. Update the program.</source>
            <translation>数据库的结构版本为 %1，比本程序新。请更新本程序。</translation>
        </message>
        <message>
            <source>Migration %1: %2</source>
            <translation>迁移 %1：%2</translation>
        </message>
        <message>
            <source>Cannot take back %1 migrations: %2 are applied.</source>
            <translation>无法撤回 %1 个迁移：只应用了 %2 个。</translation>
        </message>
        <message>
            <source>The database has schema version %1, this program needs %2. Migrate the database.</source>
            <translation>数据库的结构版本为 %1，本程序需要 %2。请迁移数据库。</translation>
        </message>
        <message>
            <source>The migration before version %1 is missing in the database. Restore it from a dump.</source>
            <translation>数据库中缺少版本 %1 之前的迁移。请从备份中恢复。</translation>
        </message>
        <message>
            <source>Migration %1 was applied from another file than this program has. Use the program it came with.</source>
            <translation>迁移 %1 所用的文件与本程序中的不同。请使用当初的程序。</translation>
        </message>
        <message>
            <source>Others hold what it has to change, and it does not make everybody wait for them. Nothing was changed by it. Let them end, then try again: %1.</source>
            <translation>要更改的内容正被其他人占用，而迁移不会让所有人排队等待。它没有更改任何内容。请等他们结束后重试：%1。</translation>
        </message>
    </context>
    <context>
        <name>OperationTable</name>
        <message>
            <source>Undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>This machine</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>操作内容</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>操作者</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Through</source>
            <translation>途径</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>登录名</translation>
        </message>
    </context>
    <context>
        <name>OperatorTable</name>
        <message>
            <source>Disabled</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>signed in now</source>
            <translation>当前在线</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Rights</source>
            <translation>权限</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Last seen</source>
            <translation>最近活动</translation>
        </message>
    </context>
    <context>
        <name>PagedTableModel</name>
        <message>
            <source>Loading …</source>
            <translation>正在加载…</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Members</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Assignments</source>
            <translation>分配</translation>
        </message>
        <message>
            <source>Operators</source>
            <translation>操作员</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>审计</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>仪表板</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Waiting list</source>
            <translation>候补名单</translation>
        </message>
        <message>
            <source>Access reviews</source>
            <translation>访问审查</translation>
        </message>
        <message>
            <source>Tokens</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Feature switches</source>
            <translation>功能开关</translation>
        </message>
        <message>
            <source>Operations</source>
            <translation>运维</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>show the seats</source>
            <translation>显示席位</translation>
        </message>
        <message>
            <source>its members</source>
            <translation>其成员</translation>
        </message>
        <message>
            <source>licences of this product</source>
            <translation>该产品的许可证</translation>
        </message>
        <message>
            <source>licences of this vendor</source>
            <translation>该供应商的许可证</translation>
        </message>
        <message>
            <source>Recently used</source>
            <translation>最近使用</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Saved views</source>
            <translation>已存视图</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Products and vendors</source>
            <translation>产品和供应商</translation>
        </message>
        <message>
            <source>This is not possible now.</source>
            <translation>现在无法执行。</translation>
        </message>
    </context>
    <context>
        <name>ReportBars</name>
        <message>
            <source>Idle</source>
            <translation>闲置</translation>
        </message>
        <message>
            <source>%1 a month in use</source>
            <translation>每月使用 %1</translation>
        </message>
        <message>
            <source>%1 a month idle</source>
            <translation>每月闲置 %1</translation>
        </message>
        <message>
            <source>%1: %2 held, no limit</source>
            <translation>%1：占用 %2，不限量</translation>
        </message>
        <message>
            <source>%1: %2 held of %3, %4 free</source>
            <translation>%1：占用 %2 / %3，空闲 %4</translation>
        </message>
        <message>
            <source>%1: %2 held of %3, %4 short</source>
            <translation>%1：占用 %2 / %3，缺 %4</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>占用</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>短缺</translation>
        </message>
        <message>
            <source>Seats held</source>
            <translation>占用席位</translation>
        </message>
        <message>
            <source>%1: %2 seats held</source>
            <translation>%1：占用 %2 个席位</translation>
        </message>
        <message>
            <source>Seats short</source>
            <translation>缺少席位</translation>
        </message>
        <message>
            <source>Seats to drop</source>
            <translation>可减席位</translation>
        </message>
        <message>
            <source>%1: %2 seats will be short, %3 could be dropped at renewal</source>
            <translation>%1：将缺 %2 个席位，续订时可减 %3 个</translation>
        </message>
        <message>
            <source>Give to somebody else now</source>
            <translation>现在转给他人</translation>
        </message>
        <message>
            <source>Buy fewer at renewal</source>
            <translation>续订时少买</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>释放</translation>
        </message>
        <message>
            <source>%1: %2 idle seats</source>
            <translation>%1：%2 个闲置席位</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>Cost a month</source>
            <translation>每月费用</translation>
        </message>
    </context>
    <context>
        <name>ReportCells</name>
        <message>
            <source>Give it to somebody else now</source>
            <translation>现在转给他人</translation>
        </message>
        <message>
            <source>Buy fewer at renewal</source>
            <translation>续订时少买</translation>
        </message>
        <message>
            <source>Release it</source>
            <translation>释放</translation>
        </message>
        <message>
            <source>Renewed</source>
            <translation>已续订</translation>
        </message>
        <message>
            <source>Not renewed yet</source>
            <translation>尚未续订</translation>
        </message>
        <message>
            <source>No department</source>
            <translation>无部门</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
    </context>
    <context>
        <name>ReportChoice</name>
        <message>
            <source>6 months back, 12 ahead</source>
            <translation>前 6 个月至后 12 个月</translation>
        </message>
        <message>
            <source>Last 3 months</source>
            <translation>过去 3 个月</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translation>过去 12 个月</translation>
        </message>
        <message>
            <source>Next 3 months</source>
            <translation>未来 3 个月</translation>
        </message>
        <message>
            <source>Next 12 months</source>
            <translation>未来 12 个月</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>去年</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>Next year</source>
            <translation>明年</translation>
        </message>
    </context>
    <context>
        <name>ReportColumns</name>
        <message>
            <source>Activated</source>
            <translation>激活</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>分配</translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>Billing</source>
            <translation>计费</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Cost a month</source>
            <translation>每月费用</translation>
        </message>
        <message>
            <source>Cost to cover a month</source>
            <translation>每月补足费用</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>变更</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Days left</source>
            <translation>剩余天数</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Seats to drop</source>
            <translation>可减少的席位</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>第一天</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>占用</translation>
        </message>
        <message>
            <source>Held here</source>
            <translation>此处占用</translation>
        </message>
        <message>
            <source>Held without limit</source>
            <translation>无上限占用</translation>
        </message>
        <message>
            <source>Holders</source>
            <translation>持有者</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>Idle cost</source>
            <translation>闲置费用</translation>
        </message>
        <message>
            <source>Idle days</source>
            <translation>闲置天数</translation>
        </message>
        <message>
            <source>Idle a month</source>
            <translation>每月闲置费用</translation>
        </message>
        <message>
            <source>Last used</source>
            <translation>最后使用</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>许可证数</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>成员数</translation>
        </message>
        <message>
            <source>Metric</source>
            <translation>计量方式</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Price to cover</source>
            <translation>补足价格</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>Renewal</source>
            <translation>续订</translation>
        </message>
        <message>
            <source>Next renewal</source>
            <translation>下次续订</translation>
        </message>
        <message>
            <source>Saving a month</source>
            <translation>每月节省</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Licences short</source>
            <translation>短缺的许可证</translation>
        </message>
        <message>
            <source>Short from</source>
            <translation>短缺起始日</translation>
        </message>
        <message>
            <source>Seats short</source>
            <translation>短缺席位</translation>
        </message>
        <message>
            <source>Short until</source>
            <translation>短缺截止日</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Suggestion</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>使用率</translation>
        </message>
        <message>
            <source>Vendor</source>
            <translation>厂商</translation>
        </message>
        <message>
            <source>Weekday</source>
            <translation>星期</translation>
        </message>
    </context>
    <context>
        <name>ReportList</name>
        <message>
            <source>Utilisation</source>
            <translation>使用率</translation>
        </message>
        <message>
            <source>Looking ahead</source>
            <translation>展望</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>People and use</source>
            <translation>人员与使用</translation>
        </message>
    </context>
    <context>
        <name>ReportPaper</name>
        <message>
            <source>Page %1 of %2</source>
            <translation>第 %1 页，共 %2 页</translation>
        </message>
        <message>
            <source>Audit head: %1</source>
            <translation>审计链末端：%1</translation>
        </message>
    </context>
    <context>
        <name>ReportRepository</name>
        <message>
            <source>There is no report &quot;%1&quot;.</source>
            <translation>没有名为“%1”的报表。</translation>
        </message>
    </context>
    <context>
        <name>ReportTimes</name>
        <message>
            <source>%1 held</source>
            <translation>占用 %1</translation>
        </message>
        <message>
            <source>%1 owned</source>
            <translation>拥有 %1</translation>
        </message>
        <message>
            <source>%1 short</source>
            <translation>缺 %1</translation>
        </message>
        <message>
            <source>Seats held</source>
            <translation>占用席位</translation>
        </message>
        <message>
            <source>Seats owned</source>
            <translation>拥有席位</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>短缺</translation>
        </message>
        <message>
            <source>Within 30 days</source>
            <translation>30 天内</translation>
        </message>
        <message>
            <source>Within 60 days</source>
            <translation>60 天内</translation>
        </message>
        <message>
            <source>Within 90 days</source>
            <translation>90 天内</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>更晚</translation>
        </message>
        <message>
            <source>%1: %2, %3 seats</source>
            <translation>%1：%2，%3 个席位</translation>
        </message>
        <message>
            <source>Until %1</source>
            <translation>截至 %1</translation>
        </message>
    </context>
    <context>
        <name>ReportingApplicationService</name>
        <message>
            <source>The days of a report lie between 1970 and 2199.</source>
            <translation>报表的日期须在 1970 年至 2199 年之间。</translation>
        </message>
        <message>
            <source>The period ends before it begins.</source>
            <translation>期间的结束早于开始。</translation>
        </message>
        <message>
            <source>The lead time is 0 to %1 days.</source>
            <translation>提前期为 0 到 %1 天。</translation>
        </message>
        <message>
            <source>Seats are idle after 0 to %1 days.</source>
            <translation>席位闲置的天数为 0 到 %1 天。</translation>
        </message>
        <message>
            <source>A limit is not below 0; 0 is all rows.</source>
            <translation>行数上限不能小于 0；0 表示全部行。</translation>
        </message>
        <message>
            <source>The report has no such column to be ordered by.</source>
            <translation>报表没有可用于排序的此列。</translation>
        </message>
    </context>
    <context>
        <name>ReviewList</name>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>Last used</source>
            <translation>上次使用</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>决定者</translation>
        </message>
        <message>
            <source>Since then</source>
            <translation>此后</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>Searches</name>
        <message>
            <source>%1 · %2 free</source>
            <translation>%1 · 空闲 %2</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>“%1” can sign in to the server, but has no part in this book. An administrator of the book has to add this login.</source>
            <translation>“%1”可以登录服务器，但不属于这个账本。请账本管理员添加此登录名。</translation>
        </message>
        <message>
            <source>The database “%1” holds no Seatledger book yet.</source>
            <translation>数据库“%1”中还没有 Seatledger 账本。</translation>
        </message>
        <message>
            <source>An administrator of the server has to run “seatledgerctl migrate up”.</source>
            <translation>请服务器管理员运行“seatledgerctl migrate up”。</translation>
        </message>
        <message>
            <source>Choose a file …</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Make a book here …</source>
            <translation>在此建立账本…</translation>
        </message>
        <message>
            <source>Update the book …</source>
            <translation>更新账本…</translation>
        </message>
        <message>
            <source>It works: PostgreSQL %1, signed in as “%2”, not encrypted.</source>
            <translation>连接成功：PostgreSQL %1，以“%2”登录，未加密。</translation>
        </message>
        <message>
            <source>It works: PostgreSQL %1, signed in as “%2”, encrypted with %3.</source>
            <translation>连接成功：PostgreSQL %1，以“%2”登录，使用 %3 加密。</translation>
        </message>
        <message>
            <source>Make it anew from the dump …</source>
            <translation>用转储重建…</translation>
        </message>
    </context>
    <context>
        <name>SupplyPlan</name>
        <message>
            <source>There are as many seats as before.</source>
            <translation>席位数量与之前相同。</translation>
        </message>
        <message>
            <source>Seats from %1 on: %2, before: %3.</source>
            <translation>自 %1 起席位：%2，之前：%3。</translation>
        </message>
        <message>
            <source>The shortage from %1 on is gone.</source>
            <translation>自 %1 起的短缺已消除。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats will be lacking from %1.</source>
            <translation>
                <numerusform>从 %1 起将缺少 %Ln 个席位。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TokenTable</name>
        <message>
            <source>Revoked</source>
            <translation>已收回</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已到期</translation>
        </message>
        <message>
            <source>Owner disabled</source>
            <translation>所有者已停用</translation>
        </message>
        <message>
            <source>Ends soon</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从未</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>所有者</translation>
        </message>
        <message>
            <source>Scopes</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>创建于</translation>
        </message>
        <message>
            <source>Last used</source>
            <translation>上次使用</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
    </context>
    <context>
        <name>WaitingList</name>
        <message>
            <source>open</source>
            <translation>不限</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln 个席位</numerusform>
            </translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>自 %1</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>至 %1</translation>
        </message>
        <message>
            <source>asked %1</source>
            <translation>%1 提出</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>次序</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>提出时间</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>, </source>
            <comment>between the parts of a list</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a name and what it is</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>Workspace</name>
        <message>
            <source>The dump is damaged: %1 is not as it was written.</source>
            <translation>备份已损坏：%1 与写入时不同。</translation>
        </message>
        <message>
            <source>%1 failed: %2</source>
            <translation>%1 失败：%2</translation>
        </message>
        <message>
            <source>Another program is starting or stopping the workspace and does not finish (lock file %1).</source>
            <translation>另一个程序正在启动或停止工作区且迟迟未完成（锁文件 %1）。</translation>
        </message>
        <message>
            <source>PostgreSQL %1 is not installed on this machine. Install the package postgresql-%1, or connect to a server.</source>
            <translation>本机未安装 PostgreSQL %1。请安装软件包 postgresql-%1，或连接到服务器。</translation>
        </message>
        <message>
            <source>PostgreSQL does not run as root, and there is no account &quot;postgres&quot; to run it as. Install the package postgresql, or start as another user.</source>
            <translation>PostgreSQL 不能以 root 运行，而本机没有可用的 “postgres” 账户。请安装软件包 postgresql，或以其他用户启动。</translation>
        </message>
        <message>
            <source>%1 does not finish.</source>
            <translation>%1 迟迟未结束。</translation>
        </message>
        <message>
            <source>Not everything in %1 could be deleted.</source>
            <translation>%1 中的内容未能全部删除。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; cannot be the name of a workspace: use letters, digits, - and _.</source>
            <translation>“%1” 不能作为工作区名称：请使用字母、数字、- 和 _。</translation>
        </message>
        <message>
            <source>The path of the workspace&apos;s socket is longer than the %1 bytes the system allows: %2. Set SEATLEDGER_HOME or XDG_RUNTIME_DIR to a shorter folder.</source>
            <translation>工作区套接字的路径超过系统允许的 %1 字节：%2。请把 SEATLEDGER_HOME 或 XDG_RUNTIME_DIR 设为更短的文件夹。</translation>
        </message>
        <message>
            <source>%1: %2. Allow this account to use it, or choose another folder.</source>
            <translation>%1：%2。请允许此账户使用，或另选文件夹。</translation>
        </message>
        <message>
            <source>%1: the disk is full (%2). Make room on it, then try again.</source>
            <translation>%1：磁盘已满（%2）。请腾出空间后重试。</translation>
        </message>
        <message>
            <source>%1 failed: the disk of %2 is full. Make room on it, then try again.
%3</source>
            <translation>%1 失败：%2 所在磁盘已满。请腾出空间后重试。
%3</translation>
        </message>
        <message>
            <source>%1 failed in %2: %3</source>
            <translation>%1 在 %2 中失败：%3</translation>
        </message>
        <message>
            <source>The folder %1 belongs to somebody else. Choose another folder.</source>
            <translation>文件夹 %1 属于他人。请另选文件夹。</translation>
        </message>
        <message>
            <source>The account %2 cannot enter the folder %1. Let it in, or choose another folder.</source>
            <translation>账户 %2 无法进入文件夹 %1。请放行该账户，或另选文件夹。</translation>
        </message>
        <message>
            <source>Another program is at work in %1.</source>
            <translation>另一个程序正在 %1 中工作。</translation>
        </message>
        <message>
            <source>The server is PostgreSQL %1, and no pg_dump of that version or a newer one is installed here. Install the package postgresql-client-%1.</source>
            <translation>服务器是 PostgreSQL %1，而这里没有安装该版本或更新版本的 pg_dump。请安装软件包 postgresql-client-%1。</translation>
        </message>
        <message>
            <source>The path of %1 is too long for a socket. Choose another folder.</source>
            <translation>%1 的路径对套接字来说太长。请选择另一个文件夹。</translation>
        </message>
        <message>
            <source>The book is not the same after the move: %1 before, %2 after. The old cluster goes on.</source>
            <translation>迁移后账本不一致：之前 %1，之后 %2。旧集群继续使用。</translation>
        </message>
        <message>
            <source>The workspace is on PostgreSQL %1 already, and no newer one is installed here.</source>
            <translation>工作区已在 PostgreSQL %1 上，此处没有安装更新的版本。</translation>
        </message>
        <message>
            <source>The workspace %1 is in use (%2). Close what uses it, then try again.</source>
            <translation>工作区 %1 正在使用中（%2）。请关闭正在使用它的程序，然后重试。</translation>
        </message>
        <message>
            <source>The workspace %1 is being moved to another PostgreSQL. Try again when that has ended.</source>
            <translation>工作区 %1 正在移到另一个 PostgreSQL。请在完成后重试。</translation>
        </message>
        <message>
            <source>a program has it open</source>
            <translation>有程序已打开它</translation>
        </message>
        <message>
            <source>The server of the old data in %1 still runs, or a program has it open. Close that program or end the server, then try again.</source>
            <translation>%1 中旧数据的服务器仍在运行，或有程序已打开它。请关闭该程序或结束该服务器，然后重试。</translation>
        </message>
        <message>
            <source>The workspace %2 is of PostgreSQL %1, which is not installed on this machine any more. Install the package postgresql-%1 again, and nothing is lost.</source>
            <translation>工作区 %2 使用 PostgreSQL %1，而这台计算机上已不再安装该版本。重新安装软件包 postgresql-%1，就不会丢失任何内容。</translation>
        </message>
        <message>
            <source>Or make the book anew on PostgreSQL %1 from its last dump, of %2: what was entered after that is then in the old data alone (last written %3), which is kept. `seatledgerctl workspace upgrade --from-dump` does it.</source>
            <translation>或者用 %2 的最近一次转储在 PostgreSQL %1 上重建账本：此后录入的内容只在旧数据中（最后写入于 %3），旧数据会保留。命令为 `seatledgerctl workspace upgrade --from-dump`。</translation>
        </message>
        <message>
            <source>There is no workspace in %1.</source>
            <translation>%1 中没有工作区。</translation>
        </message>
        <message>
            <source>PostgreSQL %1 of this workspace is installed: `seatledgerctl workspace upgrade` moves it without losing anything.</source>
            <translation>此工作区的 PostgreSQL %1 已安装：`seatledgerctl workspace upgrade` 可以移动它而不丢失任何内容。</translation>
        </message>
    </context>
    <context>
        <name>domain</name>
        <message>
            <source>Nothing was chosen.</source>
            <translation>未选择任何内容。</translation>
        </message>
        <message>
            <source>%1 is out of range: enter a whole number from %2 to %3.</source>
            <translation>%1 超出范围：请输入 %2 到 %3 之间的整数。</translation>
        </message>
        <message>
            <source>“%1” is not a currency code such as EUR or USD.</source>
            <translation>“%1” 不是 EUR 或 USD 这样的货币代码。</translation>
        </message>
        <message>
            <source>“%1” is not an e-mail address such as name@example.org.</source>
            <translation>“%1” 不是 name@example.org 这样的电子邮件地址。</translation>
        </message>
        <message>
            <source>A price is not negative.</source>
            <translation>价格不能为负数。</translation>
        </message>
        <message>
            <source>The amount is too large.</source>
            <translation>金额过大。</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>On leave</source>
            <translation>休假</translation>
        </message>
        <message>
            <source>Departed</source>
            <translation>已离职</translation>
        </message>
        <message>
            <source>Named user</source>
            <translation>指定用户</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Floating</source>
            <translation>浮动</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>站点</translation>
        </message>
        <message>
            <source>Perpetual</source>
            <translation>永久</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>订阅</translation>
        </message>
        <message>
            <source>Trial</source>
            <translation>试用</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>Retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation>已预留</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已到期</translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation>已收回</translation>
        </message>
        <message>
            <source>Keep the assignments</source>
            <translation>保留分配</translation>
        </message>
        <message>
            <source>Suspend the assignments</source>
            <translation>暂停分配</translation>
        </message>
        <message>
            <source>Revoke the assignments</source>
            <translation>收回分配</translation>
        </message>
        <message>
            <source>Once</source>
            <translation>一次性</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>每月</translation>
        </message>
        <message>
            <source>Quarterly</source>
            <translation>每季度</translation>
        </message>
        <message>
            <source>Yearly</source>
            <translation>每年</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>API</source>
            <translation>API</translation>
        </message>
        <message>
            <source>Command line</source>
            <translation>命令行</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Scheduled job</source>
            <translation>计划任务</translation>
        </message>
        <message>
            <source>Direct SQL</source>
            <translation>直接 SQL</translation>
        </message>
        <message>
            <source>This must be chosen.</source>
            <translation>必须选择一项。</translation>
        </message>
        <message>
            <source>A floating licence needs a lease in minutes.</source>
            <translation>浮动许可证需要以分钟计的租约。</translation>
        </message>
        <message>
            <source>Only a floating licence has a lease.</source>
            <translation>只有浮动许可证才有租约。</translation>
        </message>
        <message>
            <source>Enter a day from %1 to %2.</source>
            <translation>请输入 %1 到 %2 之间的日期。</translation>
        </message>
        <message>
            <source>Enter the day of departure.</source>
            <translation>请输入离职日期。</translation>
        </message>
        <message>
            <source>Only a departed member has a day of departure.</source>
            <translation>只有已离职的成员才有离职日期。</translation>
        </message>
        <message>
            <source>The day of departure, %1, is before the first day, %2.</source>
            <translation>离职日期 %1 早于入职日期 %2。</translation>
        </message>
        <message>
            <source>%1 and %2 cannot be added up.</source>
            <translation>%1 与 %2 无法相加。</translation>
        </message>
        <message>
            <source>“%1” is not an amount such as %2.</source>
            <translation>“%1” 不是 %2 这样的金额。</translation>
        </message>
        <message>
            <source>The last day, %1, is before the first, %2.</source>
            <translation>最后一天 %1 早于第一天 %2。</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>自 %1 起</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>经理</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>员工</translation>
        </message>
        <message>
            <source>Auditor</source>
            <translation>审计员</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>View members</source>
            <translation>查看成员</translation>
        </message>
        <message>
            <source>View licences</source>
            <translation>查看许可证</translation>
        </message>
        <message>
            <source>View assignments</source>
            <translation>查看分配</translation>
        </message>
        <message>
            <source>View costs</source>
            <translation>查看费用</translation>
        </message>
        <message>
            <source>View keys</source>
            <translation>查看密钥</translation>
        </message>
        <message>
            <source>Run reports</source>
            <translation>运行报表</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Read the audit</source>
            <translation>阅读审计</translation>
        </message>
        <message>
            <source>Assign seats</source>
            <translation>分配席位</translation>
        </message>
        <message>
            <source>Revoke seats</source>
            <translation>收回席位</translation>
        </message>
        <message>
            <source>Suspend and resume seats</source>
            <translation>暂停和恢复席位</translation>
        </message>
        <message>
            <source>Transfer seats</source>
            <translation>转让席位</translation>
        </message>
        <message>
            <source>Change assignments</source>
            <translation>更改分配</translation>
        </message>
        <message>
            <source>Edit members</source>
            <translation>编辑成员</translation>
        </message>
        <message>
            <source>Edit licences and the catalogue</source>
            <translation>编辑许可证和目录</translation>
        </message>
        <message>
            <source>Undo operations</source>
            <translation>撤销操作</translation>
        </message>
        <message>
            <source>Manage operators</source>
            <translation>管理操作员</translation>
        </message>
        <message>
            <source>Change settings</source>
            <translation>更改设置</translation>
        </message>
        <message>
            <source>Use licences on devices</source>
            <translation>在设备上使用许可证</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>One&apos;s own</source>
            <translation>本人</translation>
        </message>
        <message>
            <source>One&apos;s own departments</source>
            <translation>本人所属部门</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>%1: permitted to the role %2.</source>
            <translation>%1：角色“%2”允许。</translation>
        </message>
        <message>
            <source>%1: permitted to the role %2 in their own departments.</source>
            <translation>%1：角色“%2”在其所属部门内允许。</translation>
        </message>
        <message>
            <source>%1: permitted to the role %2 for what is their own.</source>
            <translation>%1：角色“%2”对本人的内容允许。</translation>
        </message>
        <message>
            <source>%1: not permitted to the role %2.</source>
            <translation>%1：角色“%2”不允许。</translation>
        </message>
        <message>
            <source>%1: permitted to the role %2 in their own departments only, and this is outside of them.</source>
            <translation>%1：角色“%2”仅在其所属部门内允许，而此项不在其中。</translation>
        </message>
        <message>
            <source>%1: permitted to the role %2 for what is their own only, and this is not.</source>
            <translation>%1：角色“%2”仅对本人的内容允许，而此项不是。</translation>
        </message>
        <message>
            <source>No free seat</source>
            <translation>没有空闲席位</translation>
        </message>
        <message>
            <source>Nothing bought for these days</source>
            <translation>这些日子没有采购</translation>
        </message>
        <message>
            <source>Fewer seats than promised</source>
            <translation>席位少于已承诺的数量</translation>
        </message>
        <message>
            <source>Already holds it</source>
            <translation>已持有</translation>
        </message>
        <message>
            <source>Unknown member</source>
            <translation>未知成员</translation>
        </message>
        <message>
            <source>Member departed</source>
            <translation>成员已离职</translation>
        </message>
        <message>
            <source>Same member</source>
            <translation>同一成员</translation>
        </message>
        <message>
            <source>Licence is a draft</source>
            <translation>许可证为草稿</translation>
        </message>
        <message>
            <source>Licence is suspended</source>
            <translation>许可证已暂停</translation>
        </message>
        <message>
            <source>Licence is retired</source>
            <translation>许可证已停用</translation>
        </message>
        <message>
            <source>Licence has holders</source>
            <translation>许可证仍有持有人</translation>
        </message>
        <message>
            <source>Days are over</source>
            <translation>日期已过</translation>
        </message>
        <message>
            <source>State does not fit the days</source>
            <translation>状态与日期不符</translation>
        </message>
        <message>
            <source>Not possible in this state</source>
            <translation>此状态下不可行</translation>
        </message>
        <message>
            <source>Nothing to change</source>
            <translation>没有需要更改的内容</translation>
        </message>
        <message>
            <source>Not permitted</source>
            <translation>不允许</translation>
        </message>
        <message>
            <source>Below itself</source>
            <translation>位于自身之下</translation>
        </message>
        <message>
            <source>Never deleted</source>
            <translation>从不删除</translation>
        </message>
        <message>
            <source>Changed since</source>
            <translation>此后有变更</translation>
        </message>
        <message>
            <source>Already undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Cannot be undone</source>
            <translation>无法撤销</translation>
        </message>
        <message>
            <source>Unknown operation</source>
            <translation>未知操作</translation>
        </message>
        <message>
            <source>No seat is free.</source>
            <translation>没有空闲席位。</translation>
        </message>
        <message>
            <source>Nothing that was bought covers these days.</source>
            <translation>所采购的授权不覆盖这些日子。</translation>
        </message>
        <message>
            <source>More seats are promised than would be left.</source>
            <translation>已承诺的席位多于将剩余的席位。</translation>
        </message>
        <message>
            <source>This member already holds the licence at that time.</source>
            <translation>该成员在此期间已持有此许可证。</translation>
        </message>
        <message>
            <source>There is no such member.</source>
            <translation>没有这个成员。</translation>
        </message>
        <message>
            <source>This member has departed and cannot hold a seat.</source>
            <translation>该成员已离职，不能持有席位。</translation>
        </message>
        <message>
            <source>This member has the seat already.</source>
            <translation>席位已属于该成员。</translation>
        </message>
        <message>
            <source>The licence is a draft: activate it before giving out seats.</source>
            <translation>许可证为草稿：请先启用再分配席位。</translation>
        </message>
        <message>
            <source>The licence is suspended: resume it before giving out seats.</source>
            <translation>许可证已暂停：请先恢复再分配席位。</translation>
        </message>
        <message>
            <source>The licence is retired: no seats are given out any more.</source>
            <translation>许可证已停用：不再分配席位。</translation>
        </message>
        <message>
            <source>The licence still has holders: revoke their seats before retiring it.</source>
            <translation>许可证仍有持有人：请先收回席位再停用。</translation>
        </message>
        <message>
            <source>These days are over.</source>
            <translation>这些日子已过。</translation>
        </message>
        <message>
            <source>The assignment cannot be in this state on these days.</source>
            <translation>分配在这些日子不能处于此状态。</translation>
        </message>
        <message>
            <source>This is not possible in its state.</source>
            <translation>在其状态下不可行。</translation>
        </message>
        <message>
            <source>It already is as asked for.</source>
            <translation>它已经是所要求的样子。</translation>
        </message>
        <message>
            <source>You may not do this.</source>
            <translation>您无权执行此操作。</translation>
        </message>
        <message>
            <source>A department cannot be placed below itself.</source>
            <translation>部门不能放在自身之下。</translation>
        </message>
        <message>
            <source>This cannot be deleted, somebody may ask about it: end, retire or cancel it.</source>
            <translation>此项不能删除，因为可能有人会问起：请将其结束、停用或取消。</translation>
        </message>
        <message>
            <source>This cannot be undone: what it wrote has changed since.</source>
            <translation>无法撤销：其写入的内容此后已有变更。</translation>
        </message>
        <message>
            <source>This has been undone before.</source>
            <translation>此操作先前已被撤销。</translation>
        </message>
        <message>
            <source>This was done by the book itself and cannot be undone.</source>
            <translation>此操作由账本自身完成，无法撤销。</translation>
        </message>
        <message>
            <source>There is no such operation.</source>
            <translation>没有这个操作。</translation>
        </message>
        <message>
            <source>No seat is free on %1: there are %2 and %3 would be held.</source>
            <translation>%1 没有空闲席位：共有 %2 个，将被占用 %3 个。</translation>
        </message>
        <message numerus="yes">
            <source>On %1 there would be %2 seats, but %3 are promised: %n too few.</source>
            <translation>
                <numerusform>%1 将只有 %2 个席位，但已承诺 %3 个：缺少 %n 个。</numerusform>
            </translation>
        </message>
        <message>
            <source>This is not possible while it is %1.</source>
            <translation>状态为“%1”时不可行。</translation>
        </message>
        <message>
            <source>What is %1 cannot become %2.</source>
            <translation>“%1”不能变为“%2”。</translation>
        </message>
        <message>
            <source>Nothing that was bought covers %1.</source>
            <translation>所采购的授权不覆盖 %1。</translation>
        </message>
        <message>
            <source>These days were over on %1.</source>
            <translation>这些日子已于 %1 结束。</translation>
        </message>
        <message>
            <source>This member already holds the licence %1.</source>
            <translation>该成员已持有此许可证（%1）。</translation>
        </message>
        <message>
            <source>unlimited</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>This is not valid text.</source>
            <translation>这不是有效的文本。</translation>
        </message>
        <message>
            <source>This must not be empty.</source>
            <translation>此项不能为空。</translation>
        </message>
        <message>
            <source>This has control characters or line breaks in it.</source>
            <translation>其中含有控制字符或换行。</translation>
        </message>
        <message>
            <source>This is longer than %1 characters.</source>
            <translation>长度超过 %1 个字符。</translation>
        </message>
        <message>
            <source>“%1” is not an address such as https://example.org.</source>
            <translation>“%1” 不是 https://example.org 这样的地址。</translation>
        </message>
        <message>
            <source>For the licence</source>
            <translation>用于整个许可证</translation>
        </message>
        <message>
            <source>For an entitlement</source>
            <translation>用于一份授权</translation>
        </message>
        <message>
            <source>One for each assignment</source>
            <translation>每个分配一把</translation>
        </message>
        <message>
            <source>Key %1: %2</source>
            <translation>密钥 %1：%2</translation>
        </message>
        <message>
            <source>Type at least one key.</source>
            <translation>请至少输入一把密钥。</translation>
        </message>
        <message>
            <source>It is there twice.</source>
            <translation>它出现了两次。</translation>
        </message>
        <message>
            <source>Only managers and staff are given rights beyond the role.</source>
            <translation>只有经理和员工可以获得角色之外的权限。</translation>
        </message>
        <message>
            <source>Only managers look after departments.</source>
            <translation>只有经理负责部门。</translation>
        </message>
        <message>
            <source>Choose the member that this person is.</source>
            <translation>请选择此人对应的成员。</translation>
        </message>
        <message>
            <source>A login has small letters, digits and _ . @ - only, begins with a letter and is at most 63 characters long.</source>
            <translation>登录名只能含小写字母、数字和 _ . @ -，以字母开头，最长 63 个字符。</translation>
        </message>
        <message>
            <source>“%1” is a name that the database needs itself; choose another one.</source>
            <translation>“%1”是数据库自用的名称，请另选一个。</translation>
        </message>
        <message>
            <source>Sees and does everything, and says who may sign in.</source>
            <translation>查看并执行一切，决定谁可以登录。</translation>
        </message>
        <message>
            <source>Sees the people and seats of some departments and of all below them, with costs and reports. Changes nothing unless given a right to.</source>
            <translation>查看若干部门及其下级的人员和席位，含费用和报表。未获授权则不能更改任何内容。</translation>
        </message>
        <message>
            <source>Sees all people, licences and seats, reports and exports. Sees no costs and no keys and changes nothing unless given a right to.</source>
            <translation>查看所有人员、许可证和席位，可出报表和导出。看不到费用和密钥，未获授权则不能更改任何内容。</translation>
        </message>
        <message>
            <source>Reads and exports the audit: who changed what and when. Sees nothing else.</source>
            <translation>读取并导出审计：谁在何时更改了什么。看不到其他内容。</translation>
        </message>
        <message>
            <source>Sees and uses the own seats, through the server only; does not sign in here.</source>
            <translation>仅通过服务器查看和使用自己的席位，不在此处登录。</translation>
        </message>
        <message>
            <source>Give seats to the people they see.</source>
            <translation>给所见人员分配席位。</translation>
        </message>
        <message>
            <source>End the seats of the people they see; together with assigning also suspend, transfer and change them.</source>
            <translation>结束所见人员的席位；与分配权限合用时还可暂停、转让和更改。</translation>
        </message>
        <message>
            <source>See prices and what licences cost.</source>
            <translation>查看价格和许可证费用。</translation>
        </message>
        <message>
            <source>Read the keys of all licences; each reading is on record.</source>
            <translation>读取所有许可证的密钥；每次读取都会记录。</translation>
        </message>
        <message>
            <source>Add and change products, licences, what was bought and keys; prices included.</source>
            <translation>添加和更改产品、许可证、购买记录和密钥，包括价格。</translation>
        </message>
        <message>
            <source>Add and change people who sign in, but never beyond what they may themselves.</source>
            <translation>添加和更改可登录的人员，但不得超出自己的权限。</translation>
        </message>
        <message numerus="yes">
            <source>A password has at least %n characters.</source>
            <translation>
                <numerusform>密码至少要有 %n 个字符。</numerusform>
            </translation>
        </message>
        <message>
            <source>This password is too long.</source>
            <translation>密码过长。</translation>
        </message>
        <message>
            <source>A password has no line breaks or tabs in it.</source>
            <translation>密码中不能有换行或制表符。</translation>
        </message>
        <message>
            <source>This password is too much like the login.</source>
            <translation>密码与登录名过于相似。</translation>
        </message>
        <message>
            <source>This password is one of the first that anybody tries.</source>
            <translation>这是任何人都会先试的密码。</translation>
        </message>
        <message>
            <source>Login is fixed</source>
            <translation>登录名不可更改</translation>
        </message>
        <message>
            <source>Own permissions</source>
            <translation>自己的权限</translation>
        </message>
        <message>
            <source>Beyond own permissions</source>
            <translation>超出自己的权限</translation>
        </message>
        <message>
            <source>Login is taken</source>
            <translation>登录名已被占用</translation>
        </message>
        <message>
            <source>Unknown operator</source>
            <translation>操作员不存在</translation>
        </message>
        <message>
            <source>Password sent in clear</source>
            <translation>密码以明文发送</translation>
        </message>
        <message>
            <source>A login cannot be renamed: add another operator.</source>
            <translation>登录名不能更改：请另外添加操作员。</translation>
        </message>
        <message>
            <source>Nobody changes what they themselves may do: ask another administrator.</source>
            <translation>任何人都不能更改自己的权限：请找另一位管理员。</translation>
        </message>
        <message>
            <source>This operator is to see or do more than you may yourself: ask an administrator.</source>
            <translation>此操作员的权限将超出您自己的权限：请找管理员。</translation>
        </message>
        <message>
            <source>This login is somebody else&apos;s on the database server: choose another one.</source>
            <translation>此登录名在数据库服务器上属于他人，请另选一个。</translation>
        </message>
        <message>
            <source>There is no such operator.</source>
            <translation>没有这个操作员。</translation>
        </message>
        <message>
            <source>Passwords are not sent to the database, only their verifiers.</source>
            <translation>发送到数据库的不是密码，而只是其校验值。</translation>
        </message>
        <message>
            <source>Link missing</source>
            <translation>缺少环</translation>
        </message>
        <message>
            <source>Link twice</source>
            <translation>环重复</translation>
        </message>
        <message>
            <source>Statement missing</source>
            <translation>缺少语句</translation>
        </message>
        <message>
            <source>Operation missing</source>
            <translation>缺少操作</translation>
        </message>
        <message>
            <source>Altered</source>
            <translation>被篡改</translation>
        </message>
        <message>
            <source>Events missing or added</source>
            <translation>事件缺失或增加</translation>
        </message>
        <message>
            <source>Event altered</source>
            <translation>事件被篡改</translation>
        </message>
        <message>
            <source>Events without a statement</source>
            <translation>没有语句的事件</translation>
        </message>
        <message>
            <source>Statement outside of the chain</source>
            <translation>语句不在链中</translation>
        </message>
        <message>
            <source>Operation outside of the chain</source>
            <translation>操作不在链中</translation>
        </message>
        <message>
            <source>Record of the end missing</source>
            <translation>缺少末端记录</translation>
        </message>
        <message>
            <source>Chain ends elsewhere</source>
            <translation>链终止于别处</translation>
        </message>
        <message>
            <source>Anchor of another book</source>
            <translation>属于另一账本的锚点</translation>
        </message>
        <message>
            <source>End cut off</source>
            <translation>末端被截断</translation>
        </message>
        <message>
            <source>Chain rewritten</source>
            <translation>链被改写</translation>
        </message>
        <message>
            <source>%1: permitted by %2.</source>
            <translation>%1：由%2允许。</translation>
        </message>
        <message>
            <source>%1: permitted by %2 in their own departments.</source>
            <translation>%1：由%2允许，限本人负责的部门。</translation>
        </message>
        <message>
            <source>%1: permitted by %2 in their own departments only, and this is outside of them.</source>
            <translation>%1：由%2允许，但仅限本人负责的部门，而此对象不在其中。</translation>
        </message>
        <message>
            <source>the right “%1”</source>
            <translation>权限“%1”</translation>
        </message>
        <message>
            <source>the rights “%1” and “%2”</source>
            <translation>权限“%1”和“%2”</translation>
        </message>
        <message>
            <source>%1 Beyond the role, %2 would permit it.</source>
            <translation>%1除角色之外，%2可以允许此操作。</translation>
        </message>
        <message>
            <source>“%1” is not a rate: write a number above 0 such as 0.9213, with at most %2 decimals and %3 digits.</source>
            <translation>“%1”不是汇率：请输入大于 0 的数，例如 0.9213，最多 %2 位小数、%3 位数字。</translation>
        </message>
        <message>
            <source>The amount is too large to be converted.</source>
            <translation>金额过大，无法换算。</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Licences with what was bought</source>
            <translation>许可证及其购买记录</translation>
        </message>
        <message>
            <source>Assignments</source>
            <translation>分配</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Login (if there is no number)</source>
            <translation>登录名（没有编号时）</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Joined on</source>
            <translation>入职日期</translation>
        </message>
        <message>
            <source>Left on</source>
            <translation>离职日期</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Vendor</source>
            <translation>厂商</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>Metric</source>
            <translation>计量方式</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>期限类型</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Owner (number or e-mail)</source>
            <translation>负责人（编号或电子邮件）</translation>
        </message>
        <message>
            <source>Overage in percent</source>
            <translation>超额百分比</translation>
        </message>
        <message>
            <source>Devices per seat</source>
            <translation>每席位设备数</translation>
        </message>
        <message>
            <source>Floating lease in minutes</source>
            <translation>浮动租约（分钟）</translation>
        </message>
        <message>
            <source>When it expires</source>
            <translation>到期时</translation>
        </message>
        <message>
            <source>Notice below free seats</source>
            <translation>空闲席位低于此数时提醒</translation>
        </message>
        <message>
            <source>Seats bought</source>
            <translation>购买席位数</translation>
        </message>
        <message>
            <source>Bought from day</source>
            <translation>购买起始日</translation>
        </message>
        <message>
            <source>Bought until day</source>
            <translation>购买截止日</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <source>Billing</source>
            <translation>计费周期</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Note of the purchase</source>
            <translation>购买备注</translation>
        </message>
        <message>
            <source>Member number</source>
            <translation>成员编号</translation>
        </message>
        <message>
            <source>Member e-mail</source>
            <translation>成员电子邮件</translation>
        </message>
        <message>
            <source>Member name</source>
            <translation>成员姓名</translation>
        </message>
        <message>
            <source>Holder (number, e-mail or name)</source>
            <translation>持有者（编号、电子邮件或姓名）</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>From day</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>Until day</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Seat released</source>
            <translation>席位已释放</translation>
        </message>
        <message>
            <source>Suspended until</source>
            <translation>暂停至</translation>
        </message>
        <message>
            <source>Ended on</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Reason of the end</source>
            <translation>结束原因</translation>
        </message>
        <message>
            <source>Year, month, day</source>
            <translation>年、月、日</translation>
        </message>
        <message>
            <source>Day, month, year</source>
            <translation>日、月、年</translation>
        </message>
        <message>
            <source>Month, day, year</source>
            <translation>月、日、年</translation>
        </message>
        <message>
            <source>1,234.50</source>
            <translation>1,234.50</translation>
        </message>
        <message>
            <source>1.234,50</source>
            <translation>1.234,50</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>By the saved mapping</source>
            <translation>按已保存的映射</translation>
        </message>
        <message>
            <source>Same name</source>
            <translation>名称相同</translation>
        </message>
        <message>
            <source>Similar name: please confirm</source>
            <translation>名称相近：请确认</translation>
        </message>
        <message>
            <source>Chosen</source>
            <translation>手动选择</translation>
        </message>
        <message>
            <source>There is no field “%1”.</source>
            <translation>没有字段“%1”。</translation>
        </message>
        <message>
            <source>Two columns are taken for “%1”: leave one of them out.</source>
            <translation>有两列都对应“%1”：请去掉其中一列。</translation>
        </message>
        <message>
            <source>No column is taken for %1: choose one.</source>
            <translation>没有列对应 %1：请选择一列。</translation>
        </message>
        <message>
            <source>The column “%1” is only similar to “%2”: confirm it, or leave it out.</source>
            <translation>列“%1”只是与“%2”相似：请确认，或不导入它。</translation>
        </message>
        <message>
            <source>Utilisation by licence</source>
            <translation>按许可证的使用情况</translation>
        </message>
        <message>
            <source>Utilisation by product</source>
            <translation>按产品的使用情况</translation>
        </message>
        <message>
            <source>Utilisation by vendor</source>
            <translation>按厂商的使用情况</translation>
        </message>
        <message>
            <source>Seats held by department</source>
            <translation>各部门占用的席位</translation>
        </message>
        <message>
            <source>Seats over time</source>
            <translation>席位随时间变化</translation>
        </message>
        <message>
            <source>Forecast by licence</source>
            <translation>按许可证的预测</translation>
        </message>
        <message>
            <source>Forecast by month</source>
            <translation>按月的预测</translation>
        </message>
        <message>
            <source>Expiring entitlements</source>
            <translation>即将到期的授权</translation>
        </message>
        <message>
            <source>Cost by department</source>
            <translation>按部门的费用</translation>
        </message>
        <message>
            <source>Cost by member</source>
            <translation>按成员的费用</translation>
        </message>
        <message>
            <source>Cost by vendor</source>
            <translation>按厂商的费用</translation>
        </message>
        <message>
            <source>Cost by month</source>
            <translation>按月的费用</translation>
        </message>
        <message>
            <source>Idle seats</source>
            <translation>闲置席位</translation>
        </message>
        <message>
            <source>Holders of seats</source>
            <translation>席位持有者</translation>
        </message>
        <message>
            <source>Members with the most seats</source>
            <translation>席位最多的成员</translation>
        </message>
        <message>
            <source>Activity by day and hour</source>
            <translation>按星期和小时的活动</translation>
        </message>
        <message>
            <source>CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation>Excel 工作簿</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>UTF-8</source>
            <translation>UTF-8</translation>
        </message>
        <message>
            <source>UTF-16 (little endian)</source>
            <translation>UTF-16（小端序）</translation>
        </message>
        <message>
            <source>UTF-16 (big endian)</source>
            <translation>UTF-16（大端序）</translation>
        </message>
        <message>
            <source>Windows-1252 (Western European)</source>
            <translation>Windows-1252（西欧）</translation>
        </message>
        <message>
            <source>Update them</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Leave them as they are</source>
            <translation>保持不变</translation>
        </message>
        <message>
            <source>Count them as problems</source>
            <translation>视为问题</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>Carried out</source>
            <translation>已执行</translation>
        </message>
        <message>
            <source>Given up</source>
            <translation>已放弃</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>未决定</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Revoke</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>无变化</translation>
        </message>
        <message>
            <source>Ended since</source>
            <translation>此后已结束</translation>
        </message>
        <message>
            <source>Other number of seats</source>
            <translation>席位数已变</translation>
        </message>
        <message>
            <source>Other department</source>
            <translation>部门已变</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>Give to the successor</source>
            <translation>给继任者</translation>
        </message>
        <message>
            <source>Keep until the last day</source>
            <translation>保留到最后一天</translation>
        </message>
        <message>
            <source>Expiry</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Few seats left</source>
            <translation>席位不多</translation>
        </message>
        <message>
            <source>Shortage ahead</source>
            <translation>将要短缺</translation>
        </message>
        <message>
            <source>Not encrypted</source>
            <translation>不加密</translation>
        </message>
        <message>
            <source>A port is between 1 and 65535.</source>
            <translation>端口在 1 到 65535 之间。</translation>
        </message>
        <message>
            <source>Write the name of the server only, such as mail.example.org.</source>
            <translation>只填写服务器的名称，例如 mail.example.org。</translation>
        </message>
        <message>
            <source>Say which server sends the mail.</source>
            <translation>请指定由哪个服务器发送邮件。</translation>
        </message>
        <message>
            <source>Say which address messages are from.</source>
            <translation>请指定邮件的发件地址。</translation>
        </message>
        <message>
            <source>A password is sent over an encrypted connection only: choose STARTTLS or TLS, or no user.</source>
            <translation>密码只通过加密连接发送：请选择 STARTTLS 或 TLS，或不填用户。</translation>
        </message>
        <message>
            <source>Write the address only, without a name.</source>
            <translation>只填写地址，不要姓名。</translation>
        </message>
        <message>
            <source>Up to ten lead times of 0 to 3650 days, such as 90, 30, 7.</source>
            <translation>最多十个 0 到 3650 天的提前天数，例如 90, 30, 7。</translation>
        </message>
        <message>
            <source>Shortages are told 0 to 3650 days ahead.</source>
            <translation>短缺可提前 0 到 3650 天通知。</translation>
        </message>
        <message>
            <source>The threshold is a number of seats, or nothing.</source>
            <translation>阈值是席位数，或留空。</translation>
        </message>
        <message>
            <source>Write days with commas between them, such as 90, 30, 7.</source>
            <translation>请填写天数，以逗号分隔，例如 90, 30, 7。</translation>
        </message>
        <message>
            <source>Decide in access reviews</source>
            <translation>在访问审查中决定</translation>
        </message>
        <message>
            <source>Waits no longer</source>
            <translation>不再等待</translation>
        </message>
        <message>
            <source>Review is closed</source>
            <translation>审查已关闭</translation>
        </message>
        <message>
            <source>This was served or taken off the waiting list meanwhile.</source>
            <translation>其间此条目已得到席位或已移出候补名单。</translation>
        </message>
        <message>
            <source>This access review is closed: nothing is decided in it any more.</source>
            <translation>此访问审查已关闭：不能再作出决定。</translation>
        </message>
        <message>
            <source>A view needs a name.</source>
            <translation>视图需要名称。</translation>
        </message>
        <message>
            <source>The name of a view has at most %1 characters.</source>
            <translation>视图名称最多 %1 个字符。</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Before today</source>
            <translation>今天之前</translation>
        </message>
        <message>
            <source>Within 30 days, or gone by</source>
            <translation>30 天内，或已过去</translation>
        </message>
        <message>
            <source>Within the next 90 days</source>
            <translation>今后 90 天内</translation>
        </message>
        <message>
            <source>In the last 30 days, or later</source>
            <translation>最近 30 天内，或更晚</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>At least one</source>
            <translation>至少一个</translation>
        </message>
        <message>
            <source>Fewer than five</source>
            <translation>少于五个</translation>
        </message>
        <message>
            <source>From two to ten</source>
            <translation>二到十个</translation>
        </message>
        <message>
            <source>with all below it</source>
            <translation>含所有下级</translation>
        </message>
        <message>
            <source>part of its name</source>
            <translation>名称的一部分</translation>
        </message>
        <message>
            <source>part of it; with = the whole</source>
            <translation>其中一部分；用 = 表示完整文本</translation>
        </message>
        <message>
            <source>several parted by commas</source>
            <translation>多个用逗号分隔</translation>
        </message>
        <message>
            <source>Licences held</source>
            <translation>持有的许可证数</translation>
        </message>
        <message>
            <source>assignments that hold now or later</source>
            <translation>现在或以后有效的分配</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>持有</translation>
        </message>
        <message>
            <source>Joined</source>
            <translation>入职日期</translation>
        </message>
        <message>
            <source>a day, a month, or compared</source>
            <translation>日期、月份，或比较</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>离职日期</translation>
        </message>
        <message>
            <source>that there are today; unlimited is more</source>
            <translation>今天拥有的；不限量更大</translation>
        </message>
        <message>
            <source>Seats in use</source>
            <translation>已用席位</translation>
        </message>
        <message>
            <source>held today</source>
            <translation>今天被占用的</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>of the seats today; unlimited is more</source>
            <translation>今天席位中的；不限量更大</translation>
        </message>
        <message>
            <source>Fewer seats on</source>
            <translation>席位减少日</translation>
        </message>
        <message>
            <source>the next day with fewer seats</source>
            <translation>下一个席位减少的日期</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>情形</translation>
        </message>
        <message>
            <source>short of seats</source>
            <translation>席位不足</translation>
        </message>
        <message>
            <source>without a free seat</source>
            <translation>没有空闲席位</translation>
        </message>
        <message>
            <source>without a limit</source>
            <translation>不限量</translation>
        </message>
        <message>
            <source>of the assignment</source>
            <translation>该分配的</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>首日</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>末日</translation>
        </message>
        <message>
            <source>those without an end have none</source>
            <translation>无结束日的没有此项</translation>
        </message>
        <message>
            <source>held now or later</source>
            <translation>现在或以后有效</translation>
        </message>
        <message>
            <source>expired or revoked</source>
            <translation>已到期或已收回</translation>
        </message>
        <message>
            <source>without a last day</source>
            <translation>没有末日</translation>
        </message>
        <message>
            <source>not %1</source>
            <comment>a condition of a search</comment>
            <translation>非 %1</translation>
        </message>
        <message>
            <source>The quote that begins here does not end.</source>
            <translation>此处开始的引号没有结束。</translation>
        </message>
        <message>
            <source>There is no field “%1” here. Possible are: %2. To search for a text with such a sign in it, put it in quotes.</source>
            <translation>这里没有字段“%1”。可用的有：%2。要搜索含有此类符号的文本，请将其放在引号中。</translation>
        </message>
        <message>
            <source>“%1” cannot be compared; write %1:… instead.</source>
            <translation>“%1”不能比较；请写 %1:…。</translation>
        </message>
        <message>
            <source>Say what to look for after “%1”.</source>
            <translation>请在“%1”之后写明要查找的内容。</translation>
        </message>
        <message>
            <source>Only one value can be compared with.</source>
            <translation>只能与一个值比较。</translation>
        </message>
        <message>
            <source>A range stands alone: %1:a..b.</source>
            <translation>范围须单独写：%1:a..b。</translation>
        </message>
        <message>
            <source>“%1” is no whole number. Write for example %2.</source>
            <translation>“%1”不是整数。例如可写 %2。</translation>
        </message>
        <message>
            <source>“%1” is no day. Write %2:2027-01-31, %2:2027-01, %2:&lt;today+30 or %2:2027-01-01..2027-06-30.</source>
            <translation>“%1”不是日期。可写 %2:2027-01-31、%2:2027-01、%2:&lt;today+30 或 %2:2027-01-01..2027-06-30。</translation>
        </message>
        <message>
            <source>“%1” is no value of %2. Possible are: %3.</source>
            <translation>“%1”不是 %2 的值。可用的有：%3。</translation>
        </message>
        <message>
            <source>“%1” is in no value of %2. There are: %3.</source>
            <translation>%2 的值中没有“%1”。现有：%3。</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Has the seat</source>
            <translation>已得到席位</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已移出</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>读取</translation>
        </message>
        <message>
            <source>Reports and exports</source>
            <translation>报表和导出</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>审计</translation>
        </message>
        <message>
            <source>Own licences</source>
            <translation>自己的许可证</translation>
        </message>
        <message>
            <source>Catalogue</source>
            <translation>目录</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>管理</translation>
        </message>
        <message>
            <source>Not a token</source>
            <translation>不是令牌</translation>
        </message>
        <message>
            <source>Unknown token</source>
            <translation>未知的令牌</translation>
        </message>
        <message>
            <source>Expired token</source>
            <translation>令牌已到期</translation>
        </message>
        <message>
            <source>Revoked token</source>
            <translation>令牌已被收回</translation>
        </message>
        <message>
            <source>Owner is disabled</source>
            <translation>所有者已停用</translation>
        </message>
        <message>
            <source>See members, licences, seats and devices.</source>
            <translation>查看成员、许可证、席位和设备。</translation>
        </message>
        <message>
            <source>Run reports, statistics and exports.</source>
            <translation>运行报表、统计和导出。</translation>
        </message>
        <message>
            <source>Read the audit.</source>
            <translation>读取审计。</translation>
        </message>
        <message>
            <source>Use the own licences on the own devices.</source>
            <translation>在自己的设备上使用自己的许可证。</translation>
        </message>
        <message>
            <source>Give, revoke, suspend, transfer and change seats.</source>
            <translation>分配、收回、暂停、转让和更改席位。</translation>
        </message>
        <message>
            <source>Edit members, departments and devices.</source>
            <translation>编辑成员、部门和设备。</translation>
        </message>
        <message>
            <source>Edit licences and what was bought.</source>
            <translation>编辑许可证和所采购的内容。</translation>
        </message>
        <message>
            <source>Read licence keys.</source>
            <translation>读取许可证密钥。</translation>
        </message>
        <message>
            <source>Undo operations.</source>
            <translation>撤销操作。</translation>
        </message>
        <message>
            <source>Manage operators, tokens, settings and feature switches.</source>
            <translation>管理操作员、令牌、设置和功能开关。</translation>
        </message>
        <message>
            <source>This is no token: a character is wrong, or something is missing.</source>
            <translation>这不是令牌：有字符错误，或缺少内容。</translation>
        </message>
        <message>
            <source>Choose what the token is to be used for.</source>
            <translation>请选择令牌的用途。</translation>
        </message>
        <message>
            <source>A token lasts from a moment to %1 days.</source>
            <translation>令牌的有效期最长 %1 天。</translation>
        </message>
        <message>
            <source>%1 has left. Whoever comes back is changed in a form of their own.</source>
            <translation>%1 已离职。重新入职的人请在其自己的表单中更改。</translation>
        </message>
        <message>
            <source>%1 cannot be made to leave by an edit: use “Leaves”, by which seats come back.</source>
            <translation>不能通过编辑让 %1 离职：请使用“离职”，席位会随之收回。</translation>
        </message>
        <message>
            <source>It has ended; the days of what has ended stay as they were.</source>
            <translation>它已结束；已结束的分配，其日期保持不变。</translation>
        </message>
        <message>
            <source>A fingerprint has %1 to %2 letters, digits and : . _ - characters.</source>
            <translation>指纹由 %1 至 %2 个字母、数字和 : . _ - 字符组成。</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>For some roles</source>
            <translation>对某些角色</translation>
        </message>
        <message>
            <source>For some people</source>
            <translation>对某些人</translation>
        </message>
        <message>
            <source>On</source>
            <translation>开启</translation>
        </message>
        <message>
            <source>A feature is named by lower case letters, digits and _.</source>
            <translation>功能名称由小写字母、数字和 _ 组成。</translation>
        </message>
        <message>
            <source>Say for which roles it is on.</source>
            <translation>请说明对哪些角色开启。</translation>
        </message>
        <message>
            <source>From 0 to 100 percent.</source>
            <translation>从 0 到 100 百分比。</translation>
        </message>
        <message>
            <source>Number of the purchase</source>
            <translation>采购编号</translation>
        </message>
        <message>
            <source>Renews (number of the purchase or order)</source>
            <translation>续订（采购编号或订单号）</translation>
        </message>
        <message>
            <source>Purchase called off on</source>
            <translation>采购取消日期</translation>
        </message>
        <message>
            <source>Key of the licence</source>
            <translation>许可证的密钥</translation>
        </message>
        <message>
            <source>Key of the purchase</source>
            <translation>采购的密钥</translation>
        </message>
        <message>
            <source>Keys of the pool (one on each line)</source>
            <translation>密钥池（每行一个）</translation>
        </message>
        <message>
            <source>“%1” comes from a column of the file only.</source>
            <translation>“%1”只能来自文件中的列。</translation>
        </message>
        <message>
            <source>This is no licence file, or it is damaged.</source>
            <translation>这不是许可证文件，或文件已损坏。</translation>
        </message>
        <message>
            <source>This licence file is for another device.</source>
            <translation>此许可证文件是另一台设备的。</translation>
        </message>
        <message>
            <source>This licence file has run out: get a new one.</source>
            <translation>此许可证文件已到期：请获取新的。</translation>
        </message>
        <message>
            <source>This licence file is from the future: check this machine&apos;s clock.</source>
            <translation>此许可证文件来自未来：请检查本机的时钟。</translation>
        </message>
        <message>
            <source>May be used</source>
            <translation>可以使用</translation>
        </message>
        <message>
            <source>No seat</source>
            <translation>没有席位</translation>
        </message>
        <message>
            <source>Seat starts later</source>
            <translation>席位稍后开始</translation>
        </message>
        <message>
            <source>Seat is suspended</source>
            <translation>席位已暂停</translation>
        </message>
        <message>
            <source>Seat has expired</source>
            <translation>席位已到期</translation>
        </message>
        <message>
            <source>Seat was revoked</source>
            <translation>席位已被收回</translation>
        </message>
        <message>
            <source>Unknown device</source>
            <translation>未知设备</translation>
        </message>
        <message>
            <source>Device is out of use</source>
            <translation>设备已停用</translation>
        </message>
        <message>
            <source>Not activated</source>
            <translation>未激活</translation>
        </message>
        <message>
            <source>Too many devices</source>
            <translation>设备过多</translation>
        </message>
        <message>
            <source>All floating seats in use</source>
            <translation>浮动席位已全部使用</translation>
        </message>
        <message>
            <source>The licence may be used.</source>
            <translation>许可证可以使用。</translation>
        </message>
        <message>
            <source>The seat starts on a later day.</source>
            <translation>席位在以后的某天开始。</translation>
        </message>
        <message>
            <source>The seat is suspended.</source>
            <translation>席位已暂停。</translation>
        </message>
        <message>
            <source>The last day of the seat has passed.</source>
            <translation>席位的最后一天已过。</translation>
        </message>
        <message>
            <source>The seat was revoked.</source>
            <translation>席位已被收回。</translation>
        </message>
        <message>
            <source>The licence is not in use yet.</source>
            <translation>许可证尚未启用。</translation>
        </message>
        <message>
            <source>The licence is suspended for everybody.</source>
            <translation>许可证已对所有人暂停。</translation>
        </message>
        <message>
            <source>The licence is retired.</source>
            <translation>许可证已停用。</translation>
        </message>
        <message>
            <source>This device is not known: activate the licence on it first.</source>
            <translation>此设备未知：请先在其上激活许可证。</translation>
        </message>
        <message>
            <source>This device is out of use: take another one.</source>
            <translation>此设备已停用：请换一台。</translation>
        </message>
        <message>
            <source>The licence is not activated on this device, or not any more.</source>
            <translation>许可证未在此设备上激活，或已不再激活。</translation>
        </message>
        <message>
            <source>This seat runs on as many devices as it may: release one of them first.</source>
            <translation>此席位运行的设备已达上限：请先释放其中一台。</translation>
        </message>
        <message>
            <source>All floating seats are in use at this moment: try again later.</source>
            <translation>浮动席位此刻已全部使用：请稍后再试。</translation>
        </message>
        <message>
            <source>There is no seat of this licence: ask for one.</source>
            <translation>没有此许可证的席位：请申请一个。</translation>
        </message>
        <message>
            <source>%1: the token in use is not for this.</source>
            <translation>%1：所用的令牌不适用于此。</translation>
        </message>
        <message>
            <source>Somebody else&apos;s device</source>
            <translation>他人的设备</translation>
        </message>
        <message>
            <source>Token was revoked</source>
            <translation>令牌已被收回</translation>
        </message>
        <message>
            <source>Token is fixed</source>
            <translation>令牌不可更改</translation>
        </message>
        <message>
            <source>Token lasts too long</source>
            <translation>令牌有效期过长</translation>
        </message>
        <message>
            <source>The seat starts later and runs on no device yet.</source>
            <translation>席位稍后开始，尚未在任何设备上运行。</translation>
        </message>
        <message>
            <source>The seat is suspended and runs on no device.</source>
            <translation>席位已暂停，不在任何设备上运行。</translation>
        </message>
        <message>
            <source>The seat has expired and runs on no device.</source>
            <translation>席位已到期，不在任何设备上运行。</translation>
        </message>
        <message>
            <source>The seat was revoked and runs on no device.</source>
            <translation>席位已被收回，不在任何设备上运行。</translation>
        </message>
        <message>
            <source>The device is out of use: take another one.</source>
            <translation>设备已停用：请换一台。</translation>
        </message>
        <message>
            <source>The device belongs to somebody else.</source>
            <translation>设备属于他人。</translation>
        </message>
        <message>
            <source>A token that was revoked stays revoked: make another one.</source>
            <translation>已收回的令牌不能恢复：请另建一个。</translation>
        </message>
        <message>
            <source>A token stays what it is: make another one.</source>
            <translation>令牌不可更改：请另建一个。</translation>
        </message>
        <message>
            <source>A token lasts 366 days at most.</source>
            <translation>令牌最长有效 366 天。</translation>
        </message>
        <message>
            <source>It has ended; the seats of what has ended stay as they were.</source>
            <translation>它已结束；已结束的分配，其席位数保持不变。</translation>
        </message>
        <message>
            <source>%1 of %2 connections are in use.</source>
            <translation>已使用 %1 个连接，共可使用 %2 个。</translation>
        </message>
        <message>
            <source>Nobody waits for a lock.</source>
            <translation>无人等待锁。</translation>
        </message>
        <message>
            <source>Somebody has been waiting for a lock for %1.</source>
            <translation>有人等待锁已达 %1。</translation>
        </message>
        <message>
            <source>No transaction has been open for long.</source>
            <translation>没有长时间打开的事务。</translation>
        </message>
        <message>
            <source>A transaction has been open for %1.</source>
            <translation>有一个事务已打开 %1。</translation>
        </message>
        <message>
            <source>%1 % of the pages were found in memory.</source>
            <translation>%1 % 的页在内存中找到。</translation>
        </message>
        <message>
            <source>Old rows are frozen in time.</source>
            <translation>旧行均已及时冻结。</translation>
        </message>
        <message>
            <source>Rows of %1 million transactions are not frozen: see to it that autovacuum runs.</source>
            <translation>有 %1 百万个事务的行尚未冻结：请确保自动清理在运行。</translation>
        </message>
        <message>
            <source>This is a standby, %1 behind.</source>
            <translation>这是备用服务器，落后 %1。</translation>
        </message>
        <message>
            <source>Replicas: %1, at most %2 behind.</source>
            <translation>副本：%1 个，最多落后 %2。</translation>
        </message>
        <message>
            <source>The doctor was never here: run it.</source>
            <translation>医生从未运行过：请运行。</translation>
        </message>
        <message>
            <source>The doctor found differences (%1), %2 ago.</source>
            <translation>医生在 %2前发现了差异（%1）。</translation>
        </message>
        <message>
            <source>The book added up when the doctor was here %1 ago.</source>
            <translation>医生在 %1前检查时，账本核对无误。</translation>
        </message>
        <message>
            <source>The last backup that was verified is %1 old.</source>
            <translation>最近一次已验证的备份是 %1前的。</translation>
        </message>
        <message>
            <source>What other logins do is not seen: grant pg_read_all_stats to the owner of the schema.</source>
            <translation>看不到其他登录名所做的事：请将 pg_read_all_stats 授予架构的所有者。</translation>
        </message>
        <message>
            <source>Kept by pg_stat_statements</source>
            <translation>由 pg_stat_statements 保存</translation>
        </message>
        <message>
            <source>pg_stat_statements is not installed in this database</source>
            <translation>此数据库中未安装 pg_stat_statements</translation>
        </message>
        <message>
            <source>pg_stat_statements is not in shared_preload_libraries</source>
            <translation>shared_preload_libraries 中没有 pg_stat_statements</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>良好</translation>
        </message>
        <message>
            <source>Look at it</source>
            <translation>需留意</translation>
        </message>
        <message>
            <source>Act now</source>
            <translation>立即处理</translation>
        </message>
        <message>
            <source>%1 d %2 h</source>
            <translation>%1 天 %2 小时</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分钟</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 分 %2 秒</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>Importing files</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>Exports</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Undo of operations</source>
            <translation>撤销操作</translation>
        </message>
        <message>
            <source>Activating own devices</source>
            <translation>激活自己的设备</translation>
        </message>
        <message>
            <source>Changes through the API</source>
            <translation>通过 API 更改</translation>
        </message>
        <message>
            <source>Lists of members, licences and assignments are read from files, in the window and by the command.</source>
            <translation>在窗口中和通过命令从文件读入成员、许可证和分配的列表。</translation>
        </message>
        <message>
            <source>Lists and reports are written to files, in the window, by the command and through the API.</source>
            <translation>在窗口中、通过命令和通过 API 将列表和报表写入文件。</translation>
        </message>
        <message>
            <source>Operations are taken back, in the window, by the command and through the API.</source>
            <translation>在窗口中、通过命令和通过 API 撤销操作。</translation>
        </message>
        <message>
            <source>Devices are activated and licence files fetched. What is activated goes on running and is released either way.</source>
            <translation>激活设备和获取许可证文件。已激活的照常运行，也照常可以释放。</translation>
        </message>
        <message>
            <source>Programs change the book through the API. Reading and feature switches are open either way.</source>
            <translation>程序通过 API 更改账本。读取和功能开关照常可用。</translation>
        </message>
        <message>
            <source>%1: switched off at present (feature switch %2). An administrator can say more, and switch it on.</source>
            <translation>%1：目前已关闭（功能开关 %2）。管理员可以说明原因，也可以将其开启。</translation>
        </message>
        <message>
            <source>No backup was verified yet.</source>
            <translation>还没有备份经过验证。</translation>
        </message>
        <message>
            <source>: </source>
            <comment>between a condition&apos;s field and its value</comment>
            <translation>：</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between values of a condition</comment>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>export</name>
        <message>
            <source>There is no column “%1”. There are: %2.</source>
            <translation>没有“%1”这一列。可用的列有：%2。</translation>
        </message>
        <message>
            <source>The column “%1” is named twice.</source>
            <translation>列“%1”重复出现。</translation>
        </message>
    </context>
    <context>
        <name>formats</name>
        <message>
            <source>Line %1, column %2: %3</source>
            <translation>第 %1 行，第 %2 列：%3</translation>
        </message>
        <message>
            <source>The quotation mark that opens this cell is never closed.</source>
            <translation>此单元格的起始引号没有闭合。</translation>
        </message>
        <message>
            <source>A quotation mark inside a cell must be doubled and the cell be put in quotation marks.</source>
            <translation>单元格内的引号必须写成两个，并且单元格要加引号。</translation>
        </message>
        <message>
            <source>This row is too long.</source>
            <translation>此行过长。</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>无法读取文件：%1</translation>
        </message>
        <message>
            <source>The file cannot be written: %1</source>
            <translation>无法写入文件：%1</translation>
        </message>
        <message>
            <source>This file is not an anchor of Seatledger&apos;s audit.</source>
            <translation>此文件不是 Seatledger 审计的锚点。</translation>
        </message>
        <message>
            <source>The anchor is damaged: “%1” is not what it should be.</source>
            <translation>锚点已损坏：“%1”不是应有的内容。</translation>
        </message>
        <message>
            <source>There already is a file %1; an older anchor is worth keeping, so choose another name.</source>
            <translation>文件 %1 已存在；旧锚点值得保留，请另选名称。</translation>
        </message>
        <message>
            <source>The anchor %1 cannot be read: %2</source>
            <translation>无法读取锚点 %1：%2</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>无法写入 %1：%2</translation>
        </message>
        <message>
            <source>%1 is not a file; name the file to write.</source>
            <translation>%1 不是文件；请指定要写入的文件。</translation>
        </message>
        <message>
            <source>This row is too long. The quotation mark that opens this cell seems never to be closed.</source>
            <translation>此行过长。打开此单元格的引号似乎没有闭合。</translation>
        </message>
        <message>
            <source>There are more than %1 columns. Choose another delimiter, or take out columns.</source>
            <translation>列数超过 %1。请选择其他分隔符，或去掉一些列。</translation>
        </message>
        <message>
            <source>This is not UTF-8. Choose another encoding, or save the file as &quot;CSV UTF-8&quot;.</source>
            <translation>这不是 UTF-8。请选择其他编码，或将文件另存为“CSV UTF-8”。</translation>
        </message>
        <message>
            <source>%1 is a folder; name a file.</source>
            <translation>%1 是文件夹；请指定一个文件。</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>无法读取 %1：%2</translation>
        </message>
        <message>
            <source>Column %1</source>
            <translation>第 %1 列</translation>
        </message>
        <message>
            <source>%1 is empty.</source>
            <translation>%1 是空的。</translation>
        </message>
        <message>
            <source>This is not UTF-16. Choose another encoding.</source>
            <translation>这不是 UTF-16。请选择其他编码。</translation>
        </message>
        <message>
            <source>There is no room left in %1 to put the workbook together.</source>
            <translation>%1 中没有足够的空间来生成工作簿。</translation>
        </message>
        <message>
            <source>The workbook cannot be put together: %1</source>
            <translation>无法生成工作簿：%1</translation>
        </message>
        <message>
            <source>This text is longer than the %1 characters that a cell of a workbook can hold; CSV and JSON have no such limit.</source>
            <translation>此文本超过工作簿单元格可容纳的 %1 个字符；CSV 和 JSON 没有此限制。</translation>
        </message>
        <message>
            <source>Row %1, column %2: %3</source>
            <translation>第 %1 行，第 %2 列：%3</translation>
        </message>
        <message>
            <source>The table is too large for a workbook; CSV and JSON have no limit.</source>
            <translation>此表对工作簿来说太大；CSV 和 JSON 没有限制。</translation>
        </message>
    </context>
    <context>
        <name>import</name>
        <message>
            <source>There is no mapping “%1”.</source>
            <translation>没有名为“%1”的映射。</translation>
        </message>
        <message>
            <source>“%1” comes with the program and cannot be changed: choose another name.</source>
            <translation>“%1”随程序提供，不能更改：请另选一个名称。</translation>
        </message>
        <message>
            <source>Save the mapping %1</source>
            <translation>保存映射 %1</translation>
        </message>
        <message>
            <source>“%1” comes with the program and stays.</source>
            <translation>“%1”随程序提供，不能移除。</translation>
        </message>
        <message>
            <source>Remove the mapping %1</source>
            <translation>移除映射 %1</translation>
        </message>
        <message>
            <source>“%1” can be read day first or month first: say which.</source>
            <translation>“%1”既可按日在前、也可按月在前理解：请指明是哪一种。</translation>
        </message>
        <message>
            <source>“%1” can be read with a decimal point or a decimal comma: say which.</source>
            <translation>“%1”既可按小数点、也可按小数逗号理解：请指明是哪一种。</translation>
        </message>
        <message>
            <source>There is no such licence: import licences first, or correct the name.</source>
            <translation>没有此许可证：请先导入许可证，或更正名称。</translation>
        </message>
        <message>
            <source>There is no such member: import members first, or correct it.</source>
            <translation>没有此成员：请先导入成员，或加以更正。</translation>
        </message>
        <message>
            <source>Several members have this name: say the number or the e-mail address.</source>
            <translation>多名成员同名：请给出编号或电子邮件地址。</translation>
        </message>
        <message>
            <source>There is no such department: add it, or let the import create it.</source>
            <translation>没有此部门：请添加，或让导入时创建。</translation>
        </message>
        <message>
            <source>Several departments have this name: write the path from the top, as in “Company / IT”.</source>
            <translation>多个部门同名：请写出从顶层开始的路径，例如“公司 / IT”。</translation>
        </message>
        <message>
            <source>There is no such vendor: add it, or let the import create it.</source>
            <translation>没有此厂商：请添加，或让导入时创建。</translation>
        </message>
        <message>
            <source>The vendor has no such product: add it, or let the import create it.</source>
            <translation>该厂商没有此产品：请添加，或让导入时创建。</translation>
        </message>
        <message>
            <source>Several vendors have a product of this name: say the vendor.</source>
            <translation>多家厂商有同名产品：请注明厂商。</translation>
        </message>
        <message>
            <source>There is no such product: say its vendor, or let the import create it.</source>
            <translation>没有此产品：请注明厂商，或让导入时创建。</translation>
        </message>
        <message>
            <source>Row %1 of the file says this already.</source>
            <translation>文件第 %1 行已有相同内容。</translation>
        </message>
        <message>
            <source>The book has this already.</source>
            <translation>账本中已有此项。</translation>
        </message>
        <message>
            <source>A new member needs a number.</source>
            <translation>新成员需要编号。</translation>
        </message>
        <message>
            <source>A new member needs a name.</source>
            <translation>新成员需要姓名。</translation>
        </message>
        <message>
            <source>A new member needs an e-mail address.</source>
            <translation>新成员需要电子邮件地址。</translation>
        </message>
        <message>
            <source>Member %1 has this e-mail address.</source>
            <translation>成员 %1 已使用此电子邮件地址。</translation>
        </message>
        <message>
            <source>Who has departed left on some day: say it.</source>
            <translation>已离职者须注明离职日期。</translation>
        </message>
        <message>
            <source>Only who has departed has a day of leaving: leave it empty.</source>
            <translation>只有已离职者才有离职日期：请留空。</translation>
        </message>
        <message>
            <source>This is before the day of joining.</source>
            <translation>此日期早于入职日期。</translation>
        </message>
        <message>
            <source>The member still holds %1 seats: end or transfer them first.</source>
            <translation>该成员仍持有 %1 个席位：请先结束或转让。</translation>
        </message>
        <message>
            <source>Only floating licences have a lease: leave it empty.</source>
            <translation>只有浮动许可证才有租约：请留空。</translation>
        </message>
        <message>
            <source>This state cannot follow “%1”.</source>
            <translation>此状态不能接在“%1”之后。</translation>
        </message>
        <message>
            <source>The licence has holders: end their seats first.</source>
            <translation>该许可证有持有者：请先结束他们的席位。</translation>
        </message>
        <message>
            <source>How many seats were bought? Write a number, or “unlimited”.</source>
            <translation>购买了多少席位？请填写数字，或“unlimited”（不限量）。</translation>
        </message>
        <message>
            <source>Seats of this licence were bought already: say the first day, so that it is clear which are meant.</source>
            <translation>该许可证已有购买记录：请注明起始日，以便确定所指的是哪一笔。</translation>
        </message>
        <message>
            <source>The last day is before the first.</source>
            <translation>截止日早于起始日。</translation>
        </message>
        <message>
            <source>Row %1 says something else of the same licence.</source>
            <translation>第 %1 行对同一许可证的说法不同。</translation>
        </message>
        <message>
            <source>Comes with row %1, which has a problem: a licence is imported whole.</source>
            <translation>与有问题的第 %1 行同属一个许可证：许可证须整体导入。</translation>
        </message>
        <message>
            <source>An assignment is expired only once its last day is past.</source>
            <translation>分配在截止日过后才算到期。</translation>
        </message>
        <message>
            <source>What has not begun cannot be suspended.</source>
            <translation>尚未开始的分配不能暂停。</translation>
        </message>
        <message>
            <source>This is after the last day of the assignment.</source>
            <translation>此日期晚于分配的截止日。</translation>
        </message>
        <message>
            <source>What was revoked needs a reason.</source>
            <translation>收回须注明原因。</translation>
        </message>
        <message>
            <source>What was revoked has ended: this day is still to come.</source>
            <translation>已收回的分配应已结束：此日期尚未到来。</translation>
        </message>
        <message>
            <source>The licence is a draft: seats are given once it is active.</source>
            <translation>该许可证为草稿：启用后才能分配席位。</translation>
        </message>
        <message>
            <source>The licence is suspended: seats are given while it is active.</source>
            <translation>该许可证已暂停：启用时才能分配席位。</translation>
        </message>
        <message>
            <source>The licence is retired and has no seats to give.</source>
            <translation>该许可证已停用，没有可分配的席位。</translation>
        </message>
        <message>
            <source>The member has departed and cannot hold a seat.</source>
            <translation>该成员已离职，不能持有席位。</translation>
        </message>
        <message>
            <source>The assignment has ended and stays as it was; only its note can change.</source>
            <translation>该分配已结束并保持原样；只能更改备注。</translation>
        </message>
        <message>
            <source>The member holds this licence at that time already: %1.</source>
            <translation>该成员在此期间已持有此许可证：%1。</translation>
        </message>
        <message>
            <source>This must be filled in.</source>
            <translation>此处必须填写。</translation>
        </message>
        <message>
            <source>The row has %1 cells, but there are only %2 columns: is a text with the delimiter in it not in quotation marks?</source>
            <translation>该行有 %1 个单元格，但只有 %2 列：是否有含分隔符的文本没有加引号？</translation>
        </message>
        <message>
            <source>This is no day as the column writes them (%1). Write it as 2026-12-31.</source>
            <translation>这不是该列写法的日期（%1）。请写成 2026-12-31。</translation>
        </message>
        <message>
            <source>Days lie within %1 and 2199.</source>
            <translation>日期须在 %1 年至 2199 年之间。</translation>
        </message>
        <message>
            <source>This is no whole number.</source>
            <translation>这不是整数。</translation>
        </message>
        <message>
            <source>This must be %1 to %2.</source>
            <translation>此值须为 %1 至 %2。</translation>
        </message>
        <message>
            <source>This must be yes or no.</source>
            <translation>此值须为是或否。</translation>
        </message>
        <message>
            <source>This must be one of: %1.</source>
            <translation>此值须为以下之一：%1。</translation>
        </message>
        <message>
            <source>This is no amount of money.</source>
            <translation>这不是金额。</translation>
        </message>
        <message>
            <source>Prices are not negative, and not that large.</source>
            <translation>价格不能为负，也不能这么大。</translation>
        </message>
        <message>
            <source>No member is named.</source>
            <translation>没有写明成员。</translation>
        </message>
        <message>
            <source>Import members from %1</source>
            <translation>从 %1 导入成员</translation>
        </message>
        <message>
            <source>Import licences from %1</source>
            <translation>从 %1 导入许可证</translation>
        </message>
        <message>
            <source>Import assignments from %1</source>
            <translation>从 %1 导入分配</translation>
        </message>
        <message>
            <source>Somebody else changed what the file is about in the meantime. Import it again.</source>
            <translation>其间有人更改了该文件涉及的内容。请重新导入。</translation>
        </message>
        <message>
            <source>unlimited</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>No purchase of this licence has that number in the file, or that order number.</source>
            <translation>该许可证没有哪笔采购在文件中有此编号，或有此订单号。</translation>
        </message>
        <message>
            <source>Several purchases of this licence are called that: number the rows in a column “entitlement”, and name the number.</source>
            <translation>该许可证有多笔采购叫这个名称：请在“entitlement”列中为各行编号，并写明编号。</translation>
        </message>
        <message>
            <source>A purchase does not renew itself.</source>
            <translation>采购不能续订自己。</translation>
        </message>
        <message>
            <source>Row %1 renews the same purchase: each is renewed once.</source>
            <translation>第 %1 行续订的是同一笔采购：每笔只能续订一次。</translation>
        </message>
        <message>
            <source>Another purchase of the book renews it already: each is renewed once.</source>
            <translation>账本中已有另一笔采购续订它：每笔只能续订一次。</translation>
        </message>
        <message>
            <source>These purchases renew each other in a circle.</source>
            <translation>这些采购循环续订。</translation>
        </message>
        <message>
            <source>Row %1 has the same key for something else.</source>
            <translation>第 %1 行将同一密钥用于别处。</translation>
        </message>
        <message>
            <source>The licence has this key already, for something else.</source>
            <translation>该许可证已有此密钥，但用途不同。</translation>
        </message>
        <message>
            <source>The row names no purchase that the key is for: say its first day, or take the key for that of the licence.</source>
            <translation>该行没有写明密钥所属的采购：请写明其第一天，或将其作为许可证的密钥。</translation>
        </message>
        <message>
            <source>Keys are not written into files: copy it from the file it came from, or leave the cell empty.</source>
            <translation>密钥不会写入文件：请从原文件复制，或将单元格留空。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln values are no days, first “%1”.</source>
            <translation>
                <numerusform>有 %Ln 个值不是日期，第一个是“%1”。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln values are no numbers, first “%1”.</source>
            <translation>
                <numerusform>有 %Ln 个值不是数字，第一个是“%1”。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>mail</name>
        <message>
            <source>The file of the mail password cannot be read: %1</source>
            <translation>无法读取邮件密码文件：%1</translation>
        </message>
        <message>
            <source>Everybody may read the file of the mail password; take that right away (chmod o= %1).</source>
            <translation>任何人都可以读取邮件密码文件；请取消该权限（chmod o= %1）。</translation>
        </message>
        <message>
            <source>The file of the mail password is empty: %1</source>
            <translation>邮件密码文件是空的：%1</translation>
        </message>
        <message>
            <source>There is no server called %1.</source>
            <translation>没有名为 %1 的服务器。</translation>
        </message>
        <message>
            <source>%1 cannot be reached.</source>
            <translation>无法连接 %1。</translation>
        </message>
        <message>
            <source>The certificate of %1 is not to be trusted: it is not for this name, has expired, or nobody known vouches for it.</source>
            <translation>%1 的证书不可信：它不属于此名称、已过期，或没有已知的机构为其担保。</translation>
        </message>
        <message>
            <source>%1 does not offer the encryption that the settings ask for.</source>
            <translation>%1 不提供设置所要求的加密。</translation>
        </message>
        <message>
            <source>%1 refused the user or the password.</source>
            <translation>%1 拒绝了该用户或密码。</translation>
        </message>
        <message>
            <source>%1 did not answer in time.</source>
            <translation>%1 没有及时答复。</translation>
        </message>
        <message>
            <source>%1 refused the message.</source>
            <translation>%1 拒绝了该邮件。</translation>
        </message>
        <message>
            <source>The connection to %1 was lost.</source>
            <translation>与 %1 的连接中断了。</translation>
        </message>
        <message>
            <source>Sending was cancelled.</source>
            <translation>已取消发送。</translation>
        </message>
        <message>
            <source>It said: %1</source>
            <translation>它的答复：%1</translation>
        </message>
    </context>
    <context>
        <name>notices</name>
        <message>
            <source>Notices are switched off in the settings: nothing is looked for.</source>
            <translation>设置中已关闭通知：不会查找任何内容。</translation>
        </message>
        <message>
            <source>Mail is switched off in the settings: notices are in the window only.</source>
            <translation>设置中已关闭邮件：通知只在窗口中显示。</translation>
        </message>
        <message>
            <source>The licence is a draft or retired: nothing is told about it.</source>
            <translation>该许可证是草稿或已停用：不会就它发出通知。</translation>
        </message>
        <message>
            <source>Who hears of it: the owner, %1, at %2.</source>
            <translation>收到通知的人：负责人 %1，地址 %2。</translation>
        </message>
        <message>
            <source>The owner, %1, has departed: %2 hears of it. Choose another owner.</source>
            <translation>负责人 %1 已离职：由 %2 收到通知。请选择另一位负责人。</translation>
        </message>
        <message>
            <source>The licence has no owner: %2 hears of it.</source>
            <translation>该许可证没有负责人：由 %2 收到通知。</translation>
        </message>
        <message>
            <source>The owner, %1, has departed, and there is no address for such a case: no mail is sent. Choose another owner, or write an address into the settings.</source>
            <translation>负责人 %1 已离职，也没有为此准备的地址：不发送邮件。请选择另一位负责人，或在设置中填写地址。</translation>
        </message>
        <message>
            <source>The licence has no owner, and there is no address for such a case: no mail is sent. Choose an owner, or write an address into the settings.</source>
            <translation>该许可证没有负责人，也没有为此准备的地址：不发送邮件。请选择负责人，或在设置中填写地址。</translation>
        </message>
        <message>
            <source>Expiry: nothing that was bought for it ends.</source>
            <translation>到期：为它采购的内容都没有结束日期。</translation>
        </message>
        <message>
            <source>Expiry: the settings name no lead time, so nothing is told ahead.</source>
            <translation>到期：设置中没有提前天数，因此不会提前通知。</translation>
        </message>
        <message>
            <source>Few seats left: neither the licence nor the settings have a threshold.</source>
            <translation>席位不多：许可证和设置都没有阈值。</translation>
        </message>
        <message>
            <source>Few seats left: the licence is unlimited.</source>
            <translation>席位不多：该许可证不限数量。</translation>
        </message>
        <message>
            <source>Shortage: the licence has changed just now and is looked at within a minute.</source>
            <translation>短缺：该许可证刚有更改，一分钟内会查看。</translation>
        </message>
        <message>
            <source>%1 ended on %2</source>
            <translation>%1 已于 %2结束</translation>
        </message>
        <message>
            <source>%1 ends on %2</source>
            <translation>%1 将于 %2结束</translation>
        </message>
        <message>
            <source>%1: no seats free</source>
            <translation>%1：没有空闲席位</translation>
        </message>
        <message numerus="yes">
            <source>%1: only %n seat(s) free</source>
            <translation>
                <numerusform>%1：只有 %n 个空闲席位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n seat(s) short from %2</source>
            <translation>
                <numerusform>%1：自 %2起缺 %n 个席位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n 天前</numerusform>
            </translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>%n 天后</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n seat(s), not renewed</source>
            <translation>
                <numerusform>%n 个席位，未续订</numerusform>
            </translation>
        </message>
        <message>
            <source>Unlimited seats, not renewed</source>
            <translation>不限席位，未续订</translation>
        </message>
        <message>
            <source>%1; %2</source>
            <translation>%1；%2</translation>
        </message>
        <message numerus="yes">
            <source>There should be at least %n</source>
            <translation>
                <numerusform>至少应有 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>Until %1</source>
            <translation>直到 %1</translation>
        </message>
        <message>
            <source>With no end in sight</source>
            <translation>尚无结束日期</translation>
        </message>
        <message numerus="yes">
            <source>Few seats left (%n)</source>
            <translation>
                <numerusform>席位不多（%n）</numerusform>
            </translation>
        </message>
        <message>
            <source>Shortage from %1</source>
            <translation>自 %1起短缺</translation>
        </message>
        <message>
            <source>Expiry on %1, afterwards</source>
            <translation>%1 到期，结束之后</translation>
        </message>
        <message numerus="yes">
            <source>Expiry on %1, %n day(s) ahead</source>
            <translation>
                <numerusform>%1 到期，提前 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>sent on %1 to %2.</source>
            <translation>已于 %1 发送给 %2。</translation>
        </message>
        <message>
            <source>found on %1, but the mail to %2 failed for good: %3</source>
            <translation>已于 %1 找到，但给 %2 的邮件最终失败：%3</translation>
        </message>
        <message>
            <source>found on %1; the mail to %2 failed and is tried again: %3</source>
            <translation>已于 %1 找到；给 %2 的邮件失败，将会重试：%3</translation>
        </message>
        <message>
            <source>found on %1; the mail to %2 waits to be sent.</source>
            <translation>已于 %1 找到；给 %2 的邮件等待发送。</translation>
        </message>
        <message>
            <source>found on %1, in the window only: there was no mail to send then.</source>
            <translation>已于 %1 找到，只在窗口中显示：当时没有可发送的邮件。</translation>
        </message>
        <message>
            <source>comes on %1.</source>
            <translation>将于 %1发出。</translation>
        </message>
        <message numerus="yes">
            <source>Few seats left: %n seat(s) are free, the threshold is %1.</source>
            <translation>
                <numerusform>席位不多：有 %n 个空闲席位，阈值为 %1。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Shortage: none is to be seen in the next %n day(s).</source>
            <translation>
                <numerusform>短缺：未来 %n 天内没有短缺。</numerusform>
            </translation>
        </message>
        <message>
            <source>not told, for it was renewed.</source>
            <translation>未通知，因为已续订。</translation>
        </message>
        <message>
            <source>not told: nobody looked then, or it was entered later; a shorter lead time counts.</source>
            <translation>未通知：当时没有程序查看，或录入较晚；以较短的提前天数为准。</translation>
        </message>
        <message>
            <source>is found within a minute.</source>
            <translation>一分钟内会找到。</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message numerus="yes">
            <source>%n licence notice(s)</source>
            <translation>
                <numerusform>%n 条许可证通知</numerusform>
            </translation>
        </message>
        <message>
            <source>Shortages ahead</source>
            <translation>将要短缺</translation>
        </message>
        <message>
            <source>Few seats left</source>
            <translation>席位不多</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>即将结束</translation>
        </message>
        <message>
            <source>Hello,</source>
            <translation>您好：</translation>
        </message>
        <message>
            <source>Hello %1,</source>
            <translation>%1，您好：</translation>
        </message>
        <message numerus="yes">
            <source>And %n more, which Seatledger&apos;s window lists.</source>
            <translation>
                <numerusform>另有 %n 条，见 Seatledger 窗口。</numerusform>
            </translation>
        </message>
        <message>
            <source>Seatledger wrote this because you look after these licences. Each occasion is told once.</source>
            <translation>Seatledger 写这封邮件，是因为您负责这些许可证。每件事只通知一次。</translation>
        </message>
        <message>
            <source>Test message from Seatledger</source>
            <translation>来自 Seatledger 的测试邮件</translation>
        </message>
        <message>
            <source>If you can read this, Seatledger&apos;s mail arrives.</source>
            <translation>如果您能读到这封邮件，Seatledger 的邮件就能送达。</translation>
        </message>
        <message>
            <source>Expiry: this licence has lead times of its own, %3 days; those of the settings do not count.</source>
            <translation>到期：此许可证有自己的提前天数 %3 天；设置中的不起作用。</translation>
        </message>
    </context>
    <context>
        <name>repositories</name>
        <message>
            <source>There is no department &quot;%1&quot;.</source>
            <translation>没有部门“%1”。</translation>
        </message>
        <message>
            <source>There are several departments &quot;%1&quot;; write the path, such as Research / Optics.</source>
            <translation>有多个部门“%1”；请写出路径，例如 Research / Optics。</translation>
        </message>
        <message>
            <source>There is no %1 with the id %2.</source>
            <translation>没有 ID 为 %2 的 %1。</translation>
        </message>
        <message>
            <source>Somebody else changed this %1 in the meantime. Load it again and repeat the change.</source>
            <translation>在此期间他人更改了此 %1。请重新加载后再次更改。</translation>
        </message>
        <message>
            <source>Somebody else is adding the same name.</source>
            <translation>他人正在添加相同的名称。</translation>
        </message>
        <message>
            <source>%1 is no operator of this book, or was disabled. Ask an administrator to add or enable this login.</source>
            <translation>%1 不是此账本的操作员，或已被停用。请管理员添加或启用此登录名。</translation>
        </message>
        <message>
            <source>There is no mapping “%1”.</source>
            <translation>没有映射“%1”。</translation>
        </message>
        <message>
            <source>There is no such view that you may change.</source>
            <translation>没有您可以更改的此视图。</translation>
        </message>
        <message>
            <source>This list cannot be searched by “%1”.</source>
            <translation>此列表不能按“%1”搜索。</translation>
        </message>
    </context>
    <context>
        <name>seatledger</name>
        <message>
            <source>The number of %1 must be from 0 to %2, not %3</source>
            <translation>%1 的数量必须在 0 到 %2 之间，而不是 %3</translation>
        </message>
        <message>
            <source>%1 members and %2 licences can have at most %3 assignments, not %4: nobody gets a licence twice</source>
            <translation>%1 个成员和 %2 个许可证最多可有 %3 项分配，而不是 %4 项：没有人能两次获得同一许可证</translation>
        </message>
        <message>
            <source>This book holds data already; a sample can only be put into an empty one</source>
            <translation>此账本已有数据；示例数据只能放入空账本</translation>
        </message>
        <message>
            <source>Sample data: %1 members, %2 licences, %3 assignments, seed %4</source>
            <translation>示例数据：%1 个成员，%2 个许可证，%3 项分配，种子 %4</translation>
        </message>
        <message>
            <source>There are two links at position %1.</source>
            <translation>位置 %1 处有两个环。</translation>
        </message>
        <message>
            <source>A link is missing before position %1.</source>
            <translation>位置 %1 之前缺少一个环。</translation>
        </message>
        <message>
            <source>Statement %1 is missing.</source>
            <translation>缺少语句 %1。</translation>
        </message>
        <message>
            <source>The operation of statement %1 is missing.</source>
            <translation>语句 %1 的操作缺失。</translation>
        </message>
        <message>
            <source>Statement %1 or its operation %2 was altered, or it is not where it was in the chain.</source>
            <translation>语句 %1 或其操作 %2 被篡改，或不在链中原来的位置。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::AsOfBar</name>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>As &amp;of</source>
            <translation>截至(&amp;O)</translation>
        </message>
        <message>
            <source>Back to now</source>
            <translation>回到现在</translation>
        </message>
        <message>
            <source>As of %1</source>
            <translation>截至 %1</translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignDialog</name>
        <message>
            <source>Assign seats</source>
            <translation>分配席位</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>分配</translation>
        </message>
        <message>
            <source>Until revoked</source>
            <translation>直至收回</translation>
        </message>
        <message>
            <source>Give seats to those who can have one and leave the others out</source>
            <translation>为可以获得席位的人分配，其余的人略过</translation>
        </message>
        <message>
            <source>Type a licence, product or vendor</source>
            <translation>输入许可证、产品或厂商</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Seats for each person</source>
            <translation>每人席位数</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>Add people by name, number or e-mail</source>
            <translation>按姓名、编号或电子邮件添加人员</translation>
        </message>
        <message>
            <source>Departments …</source>
            <translation>部门…</translation>
        </message>
        <message>
            <source>Paste a list …</source>
            <translation>粘贴列表…</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>尚无人员</translation>
        </message>
        <message>
            <source>Add people by name, by department or from a list.</source>
            <translation>按姓名、部门或列表添加人员。</translation>
        </message>
        <message>
            <source>Delete takes the selected people out.</source>
            <translation>按 Delete 键移除所选人员。</translation>
        </message>
        <message>
            <source>Pick a licence.</source>
            <translation>请选择许可证。</translation>
        </message>
        <message>
            <source>Add the people who are to get a seat.</source>
            <translation>请添加要获得席位的人员。</translation>
        </message>
        <message numerus="yes">
            <source>Assign %Ln seats</source>
            <translation>
                <numerusform>分配 %Ln 个席位</numerusform>
            </translation>
        </message>
        <message>
            <source>This person gets a seat.</source>
            <translation>此人将获得席位。</translation>
        </message>
        <message numerus="yes">
            <source>All %Ln people get a seat.</source>
            <translation>
                <numerusform>全部 %Ln 人都将获得席位。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 get a seat.</source>
            <translation>%2 人中有 %1 人获得席位。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln cannot have a seat; nothing is assigned as it is.</source>
            <translation>
                <numerusform>%Ln 人无法获得席位；按当前设置不会分配任何席位。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Assigning %Ln seats …</source>
            <translation>
                <numerusform>正在分配 %Ln 个席位…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people got a seat of %1.</source>
            <translation>
                <numerusform>%Ln 人获得了 %1 的席位。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Put the %Ln people who get no seat on the waiting list</source>
            <translation>
                <numerusform>将未获得席位的 %Ln 人列入候补名单</numerusform>
            </translation>
        </message>
        <message>
            <source>Put on the waiting list</source>
            <translation>列入候补名单</translation>
        </message>
        <message numerus="yes">
            <source>Reserve %Ln seats</source>
            <translation>
                <numerusform>预留 %Ln 个席位</numerusform>
            </translation>
        </message>
        <message>
            <source>A seat is reserved for this person from %1 on.</source>
            <translation>将从 %1 起为此人预留一个席位。</translation>
        </message>
        <message numerus="yes">
            <source>A seat is reserved for each of %Ln people from %1 on.</source>
            <translation>
                <numerusform>将从 %1 起为 %Ln 人各预留一个席位。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln go on the waiting list and get theirs as soon as it is free.</source>
            <translation>
                <numerusform>%Ln 人列入候补名单，一有空闲席位即可获得。</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody got a seat of %1 yet.</source>
            <translation>尚无人获得 %1 的席位。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln people have a seat of %1 reserved.</source>
            <translation>
                <numerusform>已为 %Ln 人预留 %1 的席位。</numerusform>
            </translation>
        </message>
        <message>
            <source>Ask for seats</source>
            <translation>申请席位</translation>
        </message>
        <message>
            <source>Put those who get no seat on the waiting list</source>
            <translation>将未获得席位的人列入候补名单</translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignmentActionDialog</name>
        <message>
            <source>Leave out those it is not possible for</source>
            <translation>略过无法执行的项</translation>
        </message>
        <message>
            <source>Selected assignments</source>
            <translation>所选分配</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message numerus="yes">
            <source>Working on %Ln assignments …</source>
            <translation>
                <numerusform>正在处理 %Ln 项分配…</numerusform>
            </translation>
        </message>
        <message>
            <source>Assignment</source>
            <translation>分配</translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignmentCommands</name>
        <message>
            <source>Resume …</source>
            <translation>恢复…</translation>
        </message>
        <message>
            <source>Suspend …</source>
            <translation>暂停…</translation>
        </message>
        <message>
            <source>Transfer …</source>
            <translation>转让…</translation>
        </message>
        <message>
            <source>Change days …</source>
            <translation>更改日期…</translation>
        </message>
        <message>
            <source>Change number of seats …</source>
            <translation>更改席位数…</translation>
        </message>
        <message>
            <source>Revoke …</source>
            <translation>收回…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignmentPanel</name>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Nothing selected</source>
            <translation>未选择任何内容</translation>
        </message>
        <message>
            <source>Select an assignment to see its details and history.</source>
            <translation>选择一项分配以查看其详情和历史。</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Active again</source>
            <translation>恢复日期</translation>
        </message>
        <message>
            <source>Ended on</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>分配于</translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <translation>%1，由 %2</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments</source>
            <translation>
                <numerusform>%Ln 项分配</numerusform>
            </translation>
        </message>
        <message>
            <source>selected</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Last used</source>
            <translation>上次使用</translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignmentsEditDialog</name>
        <message numerus="yes">
            <source>Edit %Ln assignments</source>
            <translation>
                <numerusform>编辑 %Ln 项分配</numerusform>
            </translation>
        </message>
        <message>
            <source>Until revoked</source>
            <translation>直至收回</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>第一天</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments were changed.</source>
            <translation>
                <numerusform>已更改 %Ln 项分配。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::AssignmentsPage</name>
        <message>
            <source>Assign seats</source>
            <translation>分配席位</translation>
        </message>
        <message>
            <source>Current</source>
            <translation>当前</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Change days …</source>
            <translation>更改日期…</translation>
        </message>
        <message>
            <source>Change number of seats …</source>
            <translation>更改席位数…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments</source>
            <translation>
                <numerusform>%Ln 项分配</numerusform>
            </translation>
        </message>
        <message>
            <source>Assignments</source>
            <translation>分配</translation>
        </message>
        <message>
            <source>Search member or licence</source>
            <translation>搜索成员或许可证</translation>
        </message>
        <message>
            <source>Suspend</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>转让</translation>
        </message>
        <message>
            <source>Revoke</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>No assignments yet</source>
            <translation>还没有分配</translation>
        </message>
        <message>
            <source>Seats come from licences. Add the first licence, then assign its seats here.</source>
            <translation>席位来自许可证。先添加第一个许可证，再在此分配席位。</translation>
        </message>
        <message>
            <source>Go to Licences</source>
            <translation>转到许可证</translation>
        </message>
        <message>
            <source>Seats go to members. Add the first one, then assign seats here.</source>
            <translation>席位分给成员。先添加第一位成员，再在此分配席位。</translation>
        </message>
        <message>
            <source>Go to Members</source>
            <translation>转到成员</translation>
        </message>
        <message>
            <source>Give people seats of the licences you have, or import who holds them from a file.</source>
            <translation>把现有许可证的席位分配给人员，或从文件导入持有情况。</translation>
        </message>
        <message>
            <source>Select assignments that hold now or later.</source>
            <translation>请选择现在或以后有效的分配。</translation>
        </message>
        <message>
            <source>seats that are, were or will be held on this day. Nothing can be changed here.</source>
            <translation>当天被持有的席位，过去、现在或将来。此处无法更改任何内容。</translation>
        </message>
        <message>
            <source>Select one assignment.</source>
            <translation>请选择一项分配。</translation>
        </message>
        <message>
            <source>Edit selected …</source>
            <translation>编辑所选…</translation>
        </message>
        <message>
            <source>Select one or more assignments.</source>
            <translation>请选择一项或多项分配。</translation>
        </message>
        <message>
            <source>An assignment needs a first day.</source>
            <translation>分配必须有第一天。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::AuditFilters</name>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Anybody</source>
            <translation>任何人</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>操作者</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Changed: %1</source>
            <translation>更改了：%1</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>任何时间</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>最近 7 天</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>最近 30 天</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>Choose days …</source>
            <translation>选择日期…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::AuditPage</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>By people</source>
            <translation>由人操作</translation>
        </message>
        <message>
            <source>Can be undone</source>
            <translation>可撤销</translation>
        </message>
        <message>
            <source>Undo …</source>
            <translation>撤销…</translation>
        </message>
        <message>
            <source>Show the undo</source>
            <translation>查看撤销操作</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>验证</translation>
        </message>
        <message>
            <source>Prove that the audit is as it was written</source>
            <translation>证明审计与写入时一致</translation>
        </message>
        <message>
            <source>Nothing is on record yet</source>
            <translation>尚无记录</translation>
        </message>
        <message>
            <source>Whatever anybody changes appears here by itself.</source>
            <translation>任何人的更改都会自动出现在这里。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln operations</source>
            <translation>
                <numerusform>%Ln 项操作</numerusform>
            </translation>
        </message>
        <message>
            <source>It was taken back already.</source>
            <translation>此操作已被撤销。</translation>
        </message>
        <message>
            <source>This cannot be taken back.</source>
            <translation>此操作无法撤销。</translation>
        </message>
        <message>
            <source>Take back all of it as one</source>
            <translation>将其作为一个整体全部撤销</translation>
        </message>
        <message>
            <source>Show what it takes back</source>
            <translation>查看被撤销的操作</translation>
        </message>
        <message>
            <source>It could not be shown</source>
            <translation>无法显示</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>审计</translation>
        </message>
        <message>
            <source>Search what was done, why, or #number</source>
            <translation>搜索内容、原因或 #编号</translation>
        </message>
        <message>
            <source>%1 · what was changed up to %2 is archived</source>
            <translation>%1 · %2 及之前的变更已归档</translation>
        </message>
        <message>
            <source>What it changed is archived: it cannot be taken back.</source>
            <translation>其变更已归档，无法撤销。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::AuditPanel</name>
        <message>
            <source>Operation</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Nothing selected</source>
            <translation>未选择任何内容</translation>
        </message>
        <message>
            <source>Select an operation to see who did it, why, and what it changed.</source>
            <translation>选择一项操作，查看操作者、原因以及更改内容。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>操作者</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Through</source>
            <translation>途径</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>In sum</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Takes back</source>
            <translation>撤销了</translation>
        </message>
        <message>
            <source>Taken back by</source>
            <translation>被撤销于</translation>
        </message>
        <message numerus="yes">
            <source>%Ln operations</source>
            <translation>
                <numerusform>%Ln 项操作</numerusform>
            </translation>
        </message>
        <message>
            <source>selected</source>
            <translation>已选</translation>
        </message>
    </context>
    <context>
        <name>seatledger::BackupJob</name>
        <message>
            <source>Writing the backup …</source>
            <translation>正在写入备份…</translation>
        </message>
        <message>
            <source>Reading the backup …</source>
            <translation>正在读取备份…</translation>
        </message>
        <message>
            <source>Restoring …</source>
            <translation>正在恢复…</translation>
        </message>
        <message>
            <source>Counting what was restored …</source>
            <translation>正在清点恢复的内容…</translation>
        </message>
        <message>
            <source>Bringing the schema up to date …</source>
            <translation>正在更新结构…</translation>
        </message>
        <message>
            <source>Examining what was restored …</source>
            <translation>正在检查恢复的内容…</translation>
        </message>
        <message>
            <source>Putting it in its place …</source>
            <translation>正在换上恢复的账本…</translation>
        </message>
        <message>
            <source>Cancelling …</source>
            <translation>正在取消…</translation>
        </message>
        <message>
            <source>Getting ready …</source>
            <translation>正在准备…</translation>
        </message>
        <message>
            <source>Counting for reports …</source>
            <translation>正在为报表统计…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::BackupMenu</name>
        <message>
            <source>Backups …</source>
            <translation>备份…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::BackupsDialog</name>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>A backup holds the whole book as of its beginning; people go on working meanwhile. Who has it has the book: keep it where only you reach it.</source>
            <translation>备份包含开始时刻的整个账本；期间其他人可以继续工作。拥有备份的人就拥有账本：请保存在只有您能访问的地方。</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Folder of this machine</source>
            <translation>这台计算机上的文件夹</translation>
        </message>
        <message>
            <source>Restores it in a cluster of its own, counts, examines, and puts that on record. Takes as much room among the temporary files as the book does.</source>
            <translation>在单独的集群中恢复、清点、检查，并登记结果。所需的临时文件空间与账本相同。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>验证</translation>
        </message>
        <message>
            <source>Restore …</source>
            <translation>恢复…</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Folder of the backups</source>
            <translation>备份文件夹</translation>
        </message>
        <message>
            <source>This backup cannot be read.</source>
            <translation>无法读取此备份。</translation>
        </message>
        <message>
            <source>Select a backup.</source>
            <translation>请选择一份备份。</translation>
        </message>
        <message>
            <source>The book is backed up; verified and on record.</source>
            <translation>账本已备份；已验证并登记。</translation>
        </message>
        <message>
            <source>The book is backed up, but not verified yet.</source>
            <translation>账本已备份，但尚未验证。</translation>
        </message>
        <message numerus="yes">
            <source>The backup is whole: restored, counted and examined, %n check(s), nothing found.</source>
            <translation>
                <numerusform>备份完整：已恢复、清点并检查，共 %n 项检查，未发现问题。</numerusform>
            </translation>
        </message>
        <message>
            <source>Verify at once</source>
            <translation>立即验证</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>还没有备份</translation>
        </message>
        <message>
            <source>There is no backup in this folder. “Back up now” makes one.</source>
            <translation>此文件夹中没有备份。点“立即备份”即可创建。</translation>
        </message>
        <message>
            <source>It is a backup of another book, and so not on the record of this one.</source>
            <translation>这是另一个账本的备份，因此未记入本账本。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::BookPage</name>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Export …</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>It was taken back.</source>
            <translation>已撤销。</translation>
        </message>
        <message>
            <source>It could not be undone</source>
            <translation>无法撤销</translation>
        </message>
        <message>
            <source>Details panel</source>
            <translation>详情面板</translation>
        </message>
        <message>
            <source>Show or hide the details (%1)</source>
            <translation>显示或隐藏详情（%1）</translation>
        </message>
        <message>
            <source>No row goes with what the filters ask for.</source>
            <translation>没有符合筛选条件的行。</translation>
        </message>
        <message>
            <source>Nothing matches “%1”.</source>
            <translation>没有与“%1”匹配的内容。</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>未找到任何内容</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>清除搜索</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>There are none yet, or none that you may see.</source>
            <translation>目前还没有，或者没有您可以查看的内容。</translation>
        </message>
        <message>
            <source>Write the list to a file: a workbook, CSV or JSON</source>
            <translation>将列表写入文件：工作簿、CSV 或 JSON</translation>
        </message>
        <message>
            <source>Import …</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Bring rows in from a file of another program</source>
            <translation>从其他程序的文件中导入数据</translation>
        </message>
        <message>
            <source>Show or hide the details</source>
            <translation>显示或隐藏详情</translation>
        </message>
        <message>
            <source>Choose columns …</source>
            <translation>选择列…</translation>
        </message>
        <message>
            <source>Choose columns (%1)</source>
            <translation>选择列（%1）</translation>
        </message>
        <message>
            <source>As of a day …</source>
            <translation>截至某一天…</translation>
        </message>
        <message>
            <source>Show the list as of another day, past or to come</source>
            <translation>显示截至另一天的列表，过去或将来皆可</translation>
        </message>
        <message>
            <source>The list is as of another day. Go back to now to change something.</source>
            <translation>列表截至另一天。要更改内容，请回到现在。</translation>
        </message>
        <message>
            <source>Edit in place</source>
            <translation>就地编辑</translation>
        </message>
        <message>
            <source>Change the cell with the keyboard; Tab goes on to the next</source>
            <translation>用键盘更改单元格；Tab 转到下一个</translation>
        </message>
        <message>
            <source>clipboard</source>
            <translation>剪贴板</translation>
        </message>
        <message>
            <source>The clipboard could not be read</source>
            <translation>无法读取剪贴板</translation>
        </message>
        <message>
            <source>To add rows, copy them in a spreadsheet together with their headings.</source>
            <translation>要添加行，请在电子表格中连同标题一起复制。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::BulkEditDialog</name>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>更改内容</translation>
        </message>
        <message>
            <source>Leave out those it is not possible for</source>
            <translation>略过无法执行的项</translation>
        </message>
        <message>
            <source>Tick what is to be the same for all. The rest of each stays as it is.</source>
            <translation>勾选要统一的内容，其余各自保持不变。</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message numerus="yes">
            <source>Nothing is ticked: %Ln stay as they are.</source>
            <translation>
                <numerusform>未勾选任何内容：%Ln 项保持不变。</numerusform>
            </translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>将更改</translation>
        </message>
        <message numerus="yes">
            <source>%Ln are left out.</source>
            <translation>
                <numerusform>略过 %Ln 项。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln cannot be changed, so none is.</source>
            <translation>
                <numerusform>%Ln 项无法更改，因此全部不更改。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Changing %Ln rows …</source>
            <translation>
                <numerusform>正在更改 %Ln 行…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln were left out.</source>
            <translation>
                <numerusform>已略过 %Ln 项。</numerusform>
            </translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>No change</source>
            <translation>无更改</translation>
        </message>
        <message numerus="yes">
            <source>%Ln will change.</source>
            <translation>
                <numerusform>%Ln 项将更改。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln stay as they are.</source>
            <translation>
                <numerusform>%Ln 项保持不变。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::BusyOverlay</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
    </context>
    <context>
        <name>seatledger::CellEditing</name>
        <message>
            <source>%1 was emptied.</source>
            <translation>%1已清空。</translation>
        </message>
        <message>
            <source>%1 is “%2” now.</source>
            <translation>%1现在是“%2”。</translation>
        </message>
        <message>
            <source>Somebody else changed it to “%1” meanwhile. Enter writes yours over it, Escape keeps theirs.</source>
            <translation>其间有人将它改成了“%1”。按 Enter 用您的内容覆盖，按 Esc 保留对方的内容。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ChangeList</name>
        <message>
            <source>Earlier changes</source>
            <translation>前面的更改</translation>
        </message>
        <message>
            <source>Later changes</source>
            <translation>后面的更改</translation>
        </message>
        <message>
            <source>It changed no row.</source>
            <translation>没有更改任何行。</translation>
        </message>
        <message>
            <source>%1–%2 of %3</source>
            <translation>第 %1–%2 项，共 %3 项</translation>
        </message>
        <message>
            <source>%1, added</source>
            <translation>%1，新增</translation>
        </message>
        <message>
            <source>%1, removed</source>
            <translation>%1，移除</translation>
        </message>
        <message>
            <source>%1, changed</source>
            <translation>%1，更改</translation>
        </message>
        <message>
            <source>Show it on its page</source>
            <translation>在其页面中显示</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ChartPanel</name>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Show as a table</source>
            <translation>显示为表格</translation>
        </message>
        <message>
            <source>Loading …</source>
            <translation>正在加载…</translation>
        </message>
        <message>
            <source>Save as PNG …</source>
            <translation>另存为 PNG…</translation>
        </message>
        <message>
            <source>Save as SVG …</source>
            <translation>另存为 SVG…</translation>
        </message>
        <message>
            <source>Save as PDF …</source>
            <translation>另存为 PDF…</translation>
        </message>
        <message>
            <source>Save its table as CSV …</source>
            <translation>将其表格另存为 CSV…</translation>
        </message>
        <message>
            <source>It could not be loaded</source>
            <translation>无法加载</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Show as a chart</source>
            <translation>显示为图表</translation>
        </message>
        <message>
            <source>Save the chart</source>
            <translation>保存图表</translation>
        </message>
        <message>
            <source>Save the table</source>
            <translation>保存表格</translation>
        </message>
        <message>
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message>
            <source>%1 was written.</source>
            <translation>已写入 %1。</translation>
        </message>
        <message>
            <source>The chart could not be saved</source>
            <translation>无法保存图表</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ChoiceBox</name>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message numerus="yes">
            <source>%Ln chosen</source>
            <translation>
                <numerusform>已选 %Ln 项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ColumnChooser</name>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Tick what to show; drag to order, or move with Alt+Up and Alt+Down.</source>
            <translation>勾选要显示的列；拖动排序，或用 Alt+Up 和 Alt+Down 移动。</translation>
        </message>
        <message>
            <source>Search columns</source>
            <translation>搜索列</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>重置</translation>
        </message>
        <message>
            <source>Pin at the left</source>
            <translation>固定在左侧</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Pin no longer</source>
            <translation>取消固定</translation>
        </message>
        <message>
            <source>%1, pinned</source>
            <translation>%1，已固定</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ColumnRow</name>
        <message>
            <source>Saved mapping</source>
            <translation>已存映射</translation>
        </message>
        <message>
            <source>Same name</source>
            <translation>名称相同</translation>
        </message>
        <message>
            <source>Chosen</source>
            <translation>已选定</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>(left out)</source>
            <translation>（不导入）</translation>
        </message>
        <message>
            <source>What “%1” is taken for</source>
            <translation>“%1”对应的字段</translation>
        </message>
        <message>
            <source>Confirm what “%1” is taken for</source>
            <translation>确认“%1”对应的字段</translation>
        </message>
        <message>
            <source>How “%1” is read</source>
            <translation>“%1”的读取方式</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ColumnsStep</name>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Save mapping</source>
            <translation>保存映射</translation>
        </message>
        <message>
            <source>Confirm all</source>
            <translation>全部确认</translation>
        </message>
        <message>
            <source>Mapping</source>
            <translation>映射</translation>
        </message>
        <message>
            <source>Name to save the mapping under</source>
            <translation>保存映射所用的名称</translation>
        </message>
        <message>
            <source>Licence of all rows</source>
            <translation>所有行的许可证</translation>
        </message>
        <message>
            <source>Name of the licence, if no column says it</source>
            <translation>如果没有对应的列，请填写许可证名称</translation>
        </message>
        <message numerus="yes">
            <source>%Ln columns are imported.</source>
            <translation>
                <numerusform>将导入 %Ln 列。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Confirm all %Ln</source>
            <translation>
                <numerusform>确认全部 %Ln 项</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 keys are not shown</source>
            <translation>%1 密钥不显示</translation>
        </message>
        <message>
            <source>Name for files like this</source>
            <translation>为此类文件命名</translation>
        </message>
        <message>
            <source>Found automatically</source>
            <translation>自动匹配</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ConflictDialog</name>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>Somebody else changed %1 meanwhile</source>
            <translation>他人此时更改了%1</translation>
        </message>
        <message>
            <source>You changed different fields: both changes stay unless you choose otherwise.</source>
            <translation>你们更改的字段不同：除非您另作选择，两处更改都会保留。</translation>
        </message>
        <message numerus="yes">
            <source>You both changed %Ln field(s): choose what is right. Nothing else is lost.</source>
            <translation>
                <numerusform>你们都更改了 %Ln 个字段：请选择正确的值。其他内容都不会丢失。</numerusform>
            </translation>
        </message>
        <message>
            <source>All theirs</source>
            <translation>全用对方的</translation>
        </message>
        <message>
            <source>All yours</source>
            <translation>全用您的</translation>
        </message>
        <message>
            <source>Save this</source>
            <translation>保存此结果</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>更改前</translation>
        </message>
        <message>
            <source>Theirs, saved</source>
            <translation>对方的（已保存）</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>您的</translation>
        </message>
        <message>
            <source>%1, theirs: %2</source>
            <translation>%1，对方的：%2</translation>
        </message>
        <message>
            <source>%1, yours: %2</source>
            <translation>%1，您的：%2</translation>
        </message>
        <message>
            <source>Choose theirs or yours for every field first.</source>
            <translation>请先为每个字段选择对方的或您的值。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ConnectionWatch</name>
        <message>
            <source>Next try in %1 s.</source>
            <translation>%1 秒后再次尝试。</translation>
        </message>
        <message>
            <source>Trying now …</source>
            <translation>正在尝试…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::CurrencyBox</name>
        <message>
            <source>Currency</source>
            <translation>货币</translation>
        </message>
    </context>
    <context>
        <name>seatledger::DashboardPage</name>
        <message>
            <source>Utilisation</source>
            <translation>使用率</translation>
        </message>
        <message>
            <source>No licence goes with these filters.</source>
            <translation>没有符合这些筛选条件的许可证。</translation>
        </message>
        <message>
            <source>Supply and demand</source>
            <translation>供需</translation>
        </message>
        <message>
            <source>There were and will be no seats in this period.</source>
            <translation>此期间没有席位。</translation>
        </message>
        <message>
            <source>What ends when</source>
            <translation>到期时间</translation>
        </message>
        <message>
            <source>Nothing ends in this period.</source>
            <translation>此期间没有到期项。</translation>
        </message>
        <message>
            <source>Cost by department</source>
            <translation>各部门费用</translation>
        </message>
        <message>
            <source>No seat that is held has a price.</source>
            <translation>被占用的席位都没有价格。</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Nothing was changed in this period.</source>
            <translation>此期间没有任何更改。</translation>
        </message>
        <message>
            <source>As of %1</source>
            <translation>截至 %1</translation>
        </message>
        <message>
            <source>There is nothing to show yet</source>
            <translation>还没有可显示的内容</translation>
        </message>
        <message>
            <source>Once there are licences with seats, this page tells who holds them, what runs short and what ends when.</source>
            <translation>一旦有了带席位的许可证，本页会显示谁在占用、哪些不足以及何时到期。</translation>
        </message>
        <message>
            <source>Go to the licences</source>
            <translation>前往许可证</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>仪表板</translation>
        </message>
    </context>
    <context>
        <name>seatledger::DaysDialog</name>
        <message>
            <source>from %1</source>
            <translation>自 %1 起</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>至 %1</translation>
        </message>
        <message>
            <source>Choose days</source>
            <translation>选择日期</translation>
        </message>
        <message>
            <source>Any day</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>Until and including</source>
            <translation>至（含）</translation>
        </message>
        <message>
            <source>The last day is before the first.</source>
            <translation>结束日期早于开始日期。</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
    </context>
    <context>
        <name>seatledger::DecideDialog</name>
        <message>
            <source>Revoke at the end of the review</source>
            <translation>在审查结束时收回</translation>
        </message>
        <message>
            <source>Decide anew</source>
            <translation>重新决定</translation>
        </message>
        <message>
            <source>Decide to revoke</source>
            <translation>决定收回</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>决定</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats: nothing is revoked before the review is carried out.</source>
            <translation>
                <numerusform>%Ln 个席位：在执行审查之前不会收回。</numerusform>
            </translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Writing it down …</source>
            <translation>正在记录…</translation>
        </message>
        <message numerus="yes">
            <source>Decided about %Ln seats.</source>
            <translation>
                <numerusform>已对 %Ln 个席位作出决定。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::DepartDialog</name>
        <message>
            <source>%1 leaves</source>
            <translation>%1 离职</translation>
        </message>
        <message>
            <source>Record departure</source>
            <translation>登记离职</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>No seats: nothing has to be given back.</source>
            <translation>没有席位：无需归还。</translation>
        </message>
        <message>
            <source>Taking the seats back …</source>
            <translation>正在收回席位…</translation>
        </message>
        <message numerus="yes">
            <source>%1 has left; %Ln assignments ended.</source>
            <translation>
                <numerusform>%1 已离职；结束了 %Ln 项分配。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %Ln more</source>
            <translation>
                <numerusform>%1 等，另有 %Ln 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people leave</source>
            <translation>
                <numerusform>%Ln 人离职</numerusform>
            </translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Take back what the successor cannot have</source>
            <translation>收回继任者无法获得的席位</translation>
        </message>
        <message>
            <source>Decide what becomes of each seat. Everything is done as one, and one undo takes it back.</source>
            <translation>请决定每个席位的去向。一切作为一个整体完成，一次撤销即可全部恢复。</translation>
        </message>
        <message>
            <source>Their seats</source>
            <translation>他们的席位</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>Successor</source>
            <translation>继任者</translation>
        </message>
        <message>
            <source>Selected seats, or all:</source>
            <translation>所选席位，或全部：</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>Give to the successor</source>
            <translation>给继任者</translation>
        </message>
        <message>
            <source>Keep until the last day</source>
            <translation>保留到最后一天</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>所做的事</translation>
        </message>
        <message>
            <source>No seats: nothing had to be given back.</source>
            <translation>没有席位：无需归还。</translation>
        </message>
        <message>
            <source>Save a report …</source>
            <translation>保存报告…</translation>
        </message>
        <message>
            <source>Say who is the successor.</source>
            <translation>请指定继任者。</translation>
        </message>
        <message>
            <source>For a last day that is still to come</source>
            <translation>适用于尚未到来的最后一天</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln 个席位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln devices</source>
            <translation>
                <numerusform>%Ln 台设备</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 a month</source>
            <translation>每月 %1</translation>
        </message>
        <message>
            <source>Goes to %1</source>
            <translation>转给 %1</translation>
        </message>
        <message>
            <source>Kept until %1</source>
            <translation>保留到 %1</translation>
        </message>
        <message>
            <source>Ends today</source>
            <translation>今天结束</translation>
        </message>
        <message>
            <source>Leaves on %1</source>
            <translation>于 %1 离职</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats cannot go to the successor; nothing is done as it is.</source>
            <translation>
                <numerusform>%Ln 个席位无法转给继任者；照此不会做任何更改。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments end.</source>
            <translation>
                <numerusform>%Ln 项分配结束。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln go to the successor.</source>
            <translation>
                <numerusform>%Ln 项转给继任者。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln are kept until the last day.</source>
            <translation>
                <numerusform>%Ln 项保留到最后一天。</numerusform>
            </translation>
        </message>
        <message>
            <source>What comes back costs %1 a month.</source>
            <translation>收回的席位每月费用 %1。</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>From the waiting list, these get what is free: %1.</source>
            <translation>候补名单上的以下人员将获得空闲席位：%1。</translation>
        </message>
        <message>
            <source>%1 looks after %2 from now on.</source>
            <translation>%2 此后由 %1 负责。</translation>
        </message>
        <message>
            <source>Nobody looks after %1 then: pick a successor to change that.</source>
            <translation>%1 届时无人负责：可选择继任者来改变这一点。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln devices are nobody&apos;s then.</source>
            <translation>
                <numerusform>%Ln 台设备届时不属于任何人。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 leaves on %2.</source>
            <translation>%1 将于 %2 离职。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln people leave on %1.</source>
            <translation>
                <numerusform>%Ln 人将于 %1 离职。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 people have left; %Ln assignments ended.</source>
            <translation>
                <numerusform>%1 人已离职；%Ln 项分配已结束。</numerusform>
            </translation>
        </message>
        <message>
            <source>Looked after by %1</source>
            <translation>由 %1 负责</translation>
        </message>
        <message>
            <source>Looked after by nobody</source>
            <translation>无人负责</translation>
        </message>
        <message>
            <source>Nobody&apos;s device</source>
            <translation>不属于任何人的设备</translation>
        </message>
        <message>
            <source>%1, from the waiting list, got it</source>
            <translation>候补名单上的 %1 已获得</translation>
        </message>
        <message>
            <source>Save a report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <source>CSV (*.csv);;Workbook (*.xlsx);;JSON (*.json)</source>
            <translation>CSV (*.csv);;工作簿 (*.xlsx);;JSON (*.json)</translation>
        </message>
        <message>
            <source>The report could not be saved</source>
            <translation>无法保存报告</translation>
        </message>
        <message>
            <source>Saved as %1.</source>
            <translation>已保存为 %1。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::DepartmentBox</name>
        <message>
            <source>No department</source>
            <translation>无部门</translation>
        </message>
    </context>
    <context>
        <name>seatledger::DepartmentDialog</name>
        <message>
            <source>New department</source>
            <translation>新建部门</translation>
        </message>
        <message>
            <source>Edit department</source>
            <translation>编辑部门</translation>
        </message>
        <message>
            <source>What is below it moves with it.</source>
            <translation>其下级部门会一起移动。</translation>
        </message>
        <message>
            <source>At the top</source>
            <translation>顶层</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Below</source>
            <translation>上级部门</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>The department %1 was changed.</source>
            <translation>部门 %1 已更改。</translation>
        </message>
        <message>
            <source>The department %1 was added.</source>
            <translation>部门 %1 已添加。</translation>
        </message>
        <message>
            <source>Comparing …</source>
            <translation>正在比较…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::DepartmentTreeDialog</name>
        <message>
            <source>Departments</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Who manages a department also manages those below it.</source>
            <translation>管理某个部门的人也管理其下级部门。</translation>
        </message>
        <message>
            <source>Search departments</source>
            <translation>搜索部门</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>No departments yet</source>
            <translation>还没有部门</translation>
        </message>
        <message>
            <source>Departments say who manages whom. Begin with one at the top.</source>
            <translation>部门决定谁管理谁。请先建立一个顶层部门。</translation>
        </message>
        <message>
            <source>New department</source>
            <translation>新建部门</translation>
        </message>
        <message>
            <source>New below it</source>
            <translation>新建下级部门</translation>
        </message>
        <message>
            <source>Rename or move</source>
            <translation>重命名或移动</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Taking it back …</source>
            <translation>正在撤销…</translation>
        </message>
        <message>
            <source>It was taken back.</source>
            <translation>已撤销。</translation>
        </message>
        <message>
            <source>History …</source>
            <translation>历史…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::DepartmentTreeView</name>
        <message>
            <source>Departments</source>
            <translation>部门</translation>
        </message>
    </context>
    <context>
        <name>seatledger::DepartmentsDialog</name>
        <message>
            <source>Add departments</source>
            <translation>添加部门</translation>
        </message>
        <message>
            <source>Everybody there who may hold a seat, and in the departments below.</source>
            <translation>该部门及下级部门中所有可持有席位的人员。</translation>
        </message>
        <message>
            <source>Search departments</source>
            <translation>搜索部门</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message numerus="yes">
            <source>Add %Ln people</source>
            <translation>
                <numerusform>添加 %Ln 人</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::DialogFrame</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>seatledger::DisableDialog</name>
        <message>
            <source>Disable %1?</source>
            <translation>停用 %1？</translation>
        </message>
        <message numerus="yes">
            <source>%n open session(s) end at once, and what is not saved there is lost.</source>
            <translation>
                <numerusform>%n 个打开的会话会立即结束，其中未保存的内容将丢失。</numerusform>
            </translation>
        </message>
        <message>
            <source>Should there be open sessions, they end at once.</source>
            <translation>如有打开的会话，会立即结束。</translation>
        </message>
        <message>
            <source>%1 signs in no more. %2 What %1 did stays on record, and enabling brings everything back.</source>
            <translation>%1 将不能再登录。%2%1 做过的操作仍保留在记录中；重新启用后一切恢复原状。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Disable</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Disabling …</source>
            <translation>正在停用…</translation>
        </message>
        <message>
            <source>%1 signs in no more.</source>
            <translation>%1 不能再登录。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::DoctorDialog</name>
        <message>
            <source>Run the doctor</source>
            <translation>运行医生</translation>
        </message>
        <message>
            <source>The doctor recounts every counter and every rule of the book and recomputes the audit. It repairs nothing, keeps nobody waiting, and may be cancelled.</source>
            <translation>医生重新计算账本的每个计数器并核对每条规则，并重新计算审计。它不修复任何内容，不会让任何人等待，并且可以取消。</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Recounting the book …</source>
            <translation>正在重新计算账本…</translation>
        </message>
        <message>
            <source>expected %1, found %2</source>
            <translation>应为 %1，实为 %2</translation>
        </message>
        <message numerus="yes">
            <source>The book adds up: %n check(s) made, no difference found.</source>
            <translation>
                <numerusform>账本核对无误：进行了 %n 项检查，未发现差异。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The book does not add up: %n difference(s) found.</source>
            <translation>
                <numerusform>账本核对有误：发现 %n 处差异。</numerusform>
            </translation>
        </message>
        <message>
            <source>Run again</source>
            <translation>再次运行</translation>
        </message>
    </context>
    <context>
        <name>seatledger::Drafts</name>
        <message>
            <source>This is what you had typed when the program ended. It is not saved yet; Cancel throws it away.</source>
            <translation>这是程序结束时您已键入的内容，尚未保存；“取消”会将其丢弃。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::EditDialog</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>seatledger::EntitlementDialog</name>
        <message>
            <source>New entitlement</source>
            <translation>新建授权</translation>
        </message>
        <message>
            <source>Edit entitlement</source>
            <translation>编辑授权</translation>
        </message>
        <message>
            <source>Renew entitlement</source>
            <translation>续订授权</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>%1 was renewed.</source>
            <translation>%1 已续订。</translation>
        </message>
        <message>
            <source>Seats were added to %1.</source>
            <translation>已为 %1 增加席位。</translation>
        </message>
        <message>
            <source>An entitlement of %1 was changed.</source>
            <translation>%1 的一项授权已更改。</translation>
        </message>
        <message>
            <source>Comparing …</source>
            <translation>正在比较…</translation>
        </message>
        <message>
            <source>Perpetual</source>
            <translation>永久</translation>
        </message>
        <message>
            <source>Unlimited</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
    </context>
    <context>
        <name>seatledger::EntitlementEditor</name>
        <message>
            <source>Unlimited</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Perpetual</source>
            <translation>永久</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Price of all seats each time</source>
            <translation>每次全部席位的价格</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ExecuteReviewDialog</name>
        <message>
            <source>Carry out “%1”</source>
            <translation>执行“%1”</translation>
        </message>
        <message>
            <source>Carry out</source>
            <translation>执行</translation>
        </message>
        <message>
            <source>The review is closed and all its revocations are done as one. One undo takes back both.</source>
            <translation>审查将关闭，其所有收回作为一个整体完成。一次撤销可恢复两者。</translation>
        </message>
        <message>
            <source>To be revoked</source>
            <translation>将收回</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>未决定</translation>
        </message>
        <message>
            <source>%1, which are kept</source>
            <translation>%1，予以保留</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Changed since the list was made</source>
            <translation>自清单建立以来的变化</translation>
        </message>
        <message>
            <source>Seats given since</source>
            <translation>此后分配的席位</translation>
        </message>
        <message>
            <source>%1, which nobody reviewed</source>
            <translation>%1，无人审查</translation>
        </message>
        <message numerus="yes">
            <source>Revoke %Ln seats</source>
            <translation>
                <numerusform>收回 %Ln 个席位</numerusform>
            </translation>
        </message>
        <message>
            <source>Revoking seats …</source>
            <translation>正在收回席位…</translation>
        </message>
        <message numerus="yes">
            <source>The review is carried out; %Ln seats were revoked.</source>
            <translation>
                <numerusform>审查已执行；收回了 %Ln 个席位。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ExportChoiceDialog</name>
        <message>
            <source>Opens in spreadsheets. Numbers, amounts and dates stay what they are.</source>
            <translation>可用电子表格打开。数字、金额和日期保持原有类型。</translation>
        </message>
        <message>
            <source>For other programs: one object a row.</source>
            <translation>供其他程序使用：每行一个对象。</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>As shown</source>
            <translation>按显示</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Choose file …</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Plain text that every program reads.</source>
            <translation>所有程序都能读取的纯文本。</translation>
        </message>
        <message>
            <source>All rows that search and filters leave, in the list&apos;s order.</source>
            <translation>搜索和筛选后的所有行，按列表顺序。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ExportDialog</name>
        <message>
            <source>Exporting</source>
            <translation>正在导出</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>%1 rows written</source>
            <translation>已写入 %1 行</translation>
        </message>
        <message>
            <source>%1 rows written; finishing the file</source>
            <translation>已写入 %1 行；正在完成文件</translation>
        </message>
        <message>
            <source>%1 of %2 rows written</source>
            <translation>已写入 %1 / %2 行</translation>
        </message>
    </context>
    <context>
        <name>seatledger::Exporter</name>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message numerus="yes">
            <source>%Ln rows were written to %1.</source>
            <translation>
                <numerusform>已将 %Ln 行写入 %1。</numerusform>
            </translation>
        </message>
        <message>
            <source>The list could not be exported</source>
            <translation>无法导出列表</translation>
        </message>
    </context>
    <context>
        <name>seatledger::FeatureDialog</name>
        <message numerus="yes">
            <source>%1 and %n other(s)</source>
            <translation>
                <numerusform>%1以及另外 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>for nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>for %1 % of the people</source>
            <translation>%1 % 的人</translation>
        </message>
        <message>
            <source>for everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>New switch</source>
            <translation>新建开关</translation>
        </message>
        <message>
            <source>Switch “%1”</source>
            <translation>开关“%1”</translation>
        </message>
        <message>
            <source>It counts within a second, for everybody who asks.</source>
            <translation>一秒之内对所有查询者生效。</translation>
        </message>
        <message>
            <source>A switch keeps its name.</source>
            <translation>开关的名称不可更改。</translation>
        </message>
        <message>
            <source>Feature</source>
            <translation>功能</translation>
        </message>
        <message>
            <source>It is on</source>
            <translation>开启范围</translation>
        </message>
        <message>
            <source>For these roles</source>
            <translation>对这些角色</translation>
        </message>
        <message>
            <source>For so many of a hundred people, always the same ones</source>
            <translation>对一百人中的若干人，始终是同一些人</translation>
        </message>
        <message>
            <source>It will be on for %1 of %2 people.</source>
            <translation>将对 %2 人中的 %1 人开启。</translation>
        </message>
        <message>
            <source>It comes to %1.</source>
            <translation>新获得的人：%1。</translation>
        </message>
        <message>
            <source>It is taken from %1.</source>
            <translation>将失去的人：%1。</translation>
        </message>
        <message>
            <source>That changes nothing for anybody.</source>
            <translation>对任何人都没有变化。</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>“%1” is on %2.</source>
            <translation>“%1”的开启对象：%2。</translation>
        </message>
        <message>
            <source>Comparing …</source>
            <translation>正在比较…</translation>
        </message>
        <message>
            <source>Percent</source>
            <translation>百分比</translation>
        </message>
        <message>
            <source>For programs of your own, which ask for it by its name through the REST server. What has no switch is off for them.</source>
            <translation>供您自己的程序使用，它们通过 REST 服务器按名称查询。没有开关的功能对它们是关闭的。</translation>
        </message>
        <message>
            <source>Seatledger&apos;s own features are in the list already.</source>
            <translation>Seatledger 自身的功能已在列表中。</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>seatledger::FeaturesPage</name>
        <message>
            <source>Change …</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Switch off …</source>
            <translation>关闭…</translation>
        </message>
        <message>
            <source>Select a switch.</source>
            <translation>请选择一个开关。</translation>
        </message>
        <message>
            <source>Select a switch that is on for somebody.</source>
            <translation>请选择一个对某些人开启的开关。</translation>
        </message>
        <message>
            <source>Feature switches</source>
            <translation>功能开关</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message numerus="yes">
            <source>%Ln switches</source>
            <translation>
                <numerusform>%Ln 个开关</numerusform>
            </translation>
        </message>
        <message>
            <source>No switch selected</source>
            <translation>未选择开关</translation>
        </message>
        <message>
            <source>Select a switch to see for whom it is on, and who changed that.</source>
            <translation>选择一个开关，查看它对谁开启以及由谁更改。</translation>
        </message>
        <message>
            <source>It is on</source>
            <translation>开启对象</translation>
        </message>
        <message>
            <source>What it switches</source>
            <translation>开关的内容</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <translation>%1，由 %2</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>It could not be undone</source>
            <translation>无法撤销</translation>
        </message>
        <message>
            <source>It was taken back.</source>
            <translation>已撤销。</translation>
        </message>
        <message>
            <source>Not known to this version of Seatledger: it counts only for other programs that ask for it through the REST server.</source>
            <translation>此版本的 Seatledger 不认识它：只对通过 REST 服务器查询它的其他程序有效。</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nobody has switched it yet.</source>
            <translation>还没有人更改过它。</translation>
        </message>
        <message>
            <source>New switch</source>
            <translation>新建开关</translation>
        </message>
    </context>
    <context>
        <name>seatledger::FigureStrip</name>
        <message>
            <source>Seats owned</source>
            <translation>拥有席位</translation>
        </message>
        <message>
            <source>Seats used</source>
            <translation>已用席位</translation>
        </message>
        <message>
            <source>Seats free</source>
            <translation>空闲席位</translation>
        </message>
        <message>
            <source>Seats short</source>
            <translation>缺少席位</translation>
        </message>
        <message>
            <source>Due in 30 days</source>
            <translation>30 天内到期</translation>
        </message>
        <message>
            <source>Due in 60 days</source>
            <translation>60 天内到期</translation>
        </message>
        <message>
            <source>Due in 90 days</source>
            <translation>90 天内到期</translation>
        </message>
        <message>
            <source>Cost a month</source>
            <translation>每月费用</translation>
        </message>
        <message>
            <source>Idle a month</source>
            <translation>每月闲置</translation>
        </message>
        <message numerus="yes">
            <source>%Ln licences</source>
            <translation>
                <numerusform>%Ln 个许可证</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 here</source>
            <translation>本范围 %1</translation>
        </message>
        <message numerus="yes">
            <source>in %Ln licences</source>
            <translation>
                <numerusform>涉及 %Ln 个许可证</numerusform>
            </translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln 个席位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+ %Ln currencies</source>
            <translation>
                <numerusform>另有 %Ln 种货币</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 owned</source>
            <translation>拥有 %2 席，已用 %1 席</translation>
        </message>
        <message>
            <source>%1 on licences without a limit</source>
            <translation>另有 %1 席属于不限席位的许可证</translation>
        </message>
        <message>
            <source>%1 % of owned</source>
            <translation>占拥有的 %1 %</translation>
        </message>
    </context>
    <context>
        <name>seatledger::FileStep</name>
        <message>
            <source>Semicolon ;</source>
            <translation>分号 ;</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>制表符</translation>
        </message>
        <message>
            <source>Bar |</source>
            <translation>竖线 |</translation>
        </message>
        <message>
            <source>Comma ,</source>
            <translation>逗号 ,</translation>
        </message>
        <message>
            <source>What is in the file</source>
            <translation>文件内容</translation>
        </message>
        <message>
            <source>The first row names the columns</source>
            <translation>首行是列名</translation>
        </message>
        <message>
            <source>Choose a file, or drop one here: CSV, as spreadsheets and other programs write it, with commas, semicolons or tabs.</source>
            <translation>选择文件，或将文件拖放到此处：由电子表格或其他程序生成的 CSV，以逗号、分号或制表符分隔。</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>No file yet</source>
            <translation>尚未选择文件</translation>
        </message>
        <message>
            <source>Choose file …</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Cells are parted by</source>
            <translation>单元格分隔符</translation>
        </message>
        <message>
            <source>First rows of the file</source>
            <translation>文件的前几行</translation>
        </message>
        <message>
            <source>File to import</source>
            <translation>要导入的文件</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
            <translation>表格 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
        </message>
        <message numerus="yes">
            <source>%Ln columns</source>
            <translation>
                <numerusform>%Ln 列</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2.</source>
            <translation>%1，%2。</translation>
        </message>
        <message>
            <source>%1, %2. The encoding is a guess: look whether accents and umlauts are right.</source>
            <translation>%1，%2。编码是推测的：请检查特殊字符是否正确。</translation>
        </message>
        <message>
            <source>Separator</source>
            <translation>分隔符</translation>
        </message>
    </context>
    <context>
        <name>seatledger::FilterChips</name>
        <message>
            <source>Take this off</source>
            <translation>去掉此条件</translation>
        </message>
        <message>
            <source>What narrows the list</source>
            <translation>缩小列表的条件</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>全部清除</translation>
        </message>
    </context>
    <context>
        <name>seatledger::FormField</name>
        <message>
            <source>%1 (optional)</source>
            <translation>%1（可选）</translation>
        </message>
    </context>
    <context>
        <name>seatledger::HeaderLayout</name>
        <message>
            <source>Reset columns</source>
            <translation>恢复默认列</translation>
        </message>
        <message>
            <source>Choose columns …</source>
            <translation>选择列…</translation>
        </message>
        <message>
            <source>Sort ascending</source>
            <translation>升序排序</translation>
        </message>
        <message>
            <source>Sort descending</source>
            <translation>降序排序</translation>
        </message>
        <message>
            <source>Sort by it the other way, or no longer</source>
            <translation>反向排序，或不再按此排序</translation>
        </message>
        <message>
            <source>Sort by this, too</source>
            <translation>再按此列排序</translation>
        </message>
        <message>
            <source>Pin no longer</source>
            <translation>取消固定</translation>
        </message>
        <message>
            <source>Pin at the left</source>
            <translation>固定在左侧</translation>
        </message>
    </context>
    <context>
        <name>seatledger::HeatMap</name>
        <message>
            <source>%1, %2 to %3: %4</source>
            <translation>%1，%2 至 %3：%4</translation>
        </message>
    </context>
    <context>
        <name>seatledger::HistoryDialog</name>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>History of %1</source>
            <translation>%1 的历史</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Reading the history …</source>
            <translation>正在读取历史…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ImportDialog</name>
        <message>
            <source>Checking the rows …</source>
            <translation>正在检查各行…</translation>
        </message>
        <message>
            <source>Writing the rows …</source>
            <translation>正在写入各行…</translation>
        </message>
        <message>
            <source>Reading the file …</source>
            <translation>正在读取文件…</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Step 2 of 4: what the columns of %1 are</source>
            <translation>第 2 步（共 4 步）：%1 的各列对应什么</translation>
        </message>
        <message>
            <source>Step 3 of 4: what importing %1 would do</source>
            <translation>第 3 步（共 4 步）：导入 %1 会产生的结果</translation>
        </message>
        <message>
            <source>Step 4 of 4: done</source>
            <translation>第 4 步（共 4 步）：完成</translation>
        </message>
        <message>
            <source>Step 1 of 4: the file, and how it is read</source>
            <translation>第 1 步（共 4 步）：文件及其读取方式</translation>
        </message>
        <message numerus="yes">
            <source>Import %Ln rows</source>
            <translation>
                <numerusform>导入 %Ln 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Test run</source>
            <translation>试运行</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Looking at the columns …</source>
            <translation>正在查看各列…</translation>
        </message>
        <message>
            <source>Saving the mapping …</source>
            <translation>正在保存映射…</translation>
        </message>
        <message>
            <source>The mapping is saved as “%1”.</source>
            <translation>映射已保存为“%1”。</translation>
        </message>
        <message>
            <source>Removing the mapping …</source>
            <translation>正在删除映射…</translation>
        </message>
        <message>
            <source>problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Save rows with problems</source>
            <translation>保存有问题的行</translation>
        </message>
        <message>
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message>
            <source>Taking it back …</source>
            <translation>正在撤销…</translation>
        </message>
        <message>
            <source>The rows are in the book. Counting for reports …</source>
            <translation>各行已写入账本。正在为报表统计…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::KeyList</name>
        <message>
            <source>free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Shows the key for half a minute. That you read it goes on record.</source>
            <translation>显示密钥半分钟。您读取密钥的行为会被记录。</translation>
        </message>
        <message>
            <source>Copies the key for half a minute. That you read it goes on record.</source>
            <translation>复制密钥，半分钟后清除。您读取密钥的行为会被记录。</translation>
        </message>
        <message>
            <source>No keys.</source>
            <translation>没有密钥。</translation>
        </message>
        <message>
            <source>Seen by whoever may view or keep keys.</source>
            <translation>有权查看或管理密钥的人可见。</translation>
        </message>
        <message>
            <source>Copied. The clipboard is cleared in half a minute.</source>
            <translation>已复制。剪贴板将在半分钟后清空。</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
    </context>
    <context>
        <name>seatledger::KeysDialog</name>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln 个席位</numerusform>
            </translation>
        </message>
        <message>
            <source>Unlimited seats</source>
            <translation>不限席位</translation>
        </message>
        <message>
            <source>Add keys</source>
            <translation>添加密钥</translation>
        </message>
        <message>
            <source>What they are for</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Entitlement</source>
            <translation>授权</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>One key a line. Once saved they are masked, and who reads one is on record.</source>
            <translation>每行一个密钥。保存后将被遮盖，读取者会被记录。</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln keys were added to %1.</source>
            <translation>
                <numerusform>已向 %1 添加 %Ln 个密钥。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::LicenseDialog</name>
        <message>
            <source>New licence</source>
            <translation>新建许可证</translation>
        </message>
        <message>
            <source>Edit licence</source>
            <translation>编辑许可证</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source> min</source>
            <translation> 分钟</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>从不</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Vendor</source>
            <translation>厂商</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>One seat is</source>
            <translation>一个席位是</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>期限类型</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Allowed overage</source>
            <translation>允许超额</translation>
        </message>
        <message>
            <source>Devices per seat</source>
            <translation>每席位设备数</translation>
        </message>
        <message>
            <source>Warn when fewer seats are free than</source>
            <translation>空闲席位少于此数时提醒</translation>
        </message>
        <message>
            <source>A floating seat returns after</source>
            <translation>浮动席位归还时间</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Seats are bought already</source>
            <translation>席位已采购</translation>
        </message>
        <message>
            <source>Pick somebody from the list, or leave it empty.</source>
            <translation>请从列表中选择，或留空。</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>%1 was changed.</source>
            <translation>%1 已更改。</translation>
        </message>
        <message>
            <source>%1 was added.</source>
            <translation>%1 已添加。</translation>
        </message>
        <message>
            <source>Comparing …</source>
            <translation>正在比较…</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从不</translation>
        </message>
        <message>
            <source>When it ends</source>
            <translation>到期时</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>member %1</source>
            <translation>成员 %1</translation>
        </message>
        <message>
            <source>As in the settings</source>
            <translation>与设置相同</translation>
        </message>
        <message>
            <source>Days ahead that its end is told</source>
            <translation>提前多少天通知到期</translation>
        </message>
        <message>
            <source>as in the settings</source>
            <translation>与设置相同</translation>
        </message>
    </context>
    <context>
        <name>seatledger::LicenseDrop</name>
        <message numerus="yes">
            <source>Give %1 to %Ln members</source>
            <translation>
                <numerusform>将 %1 分配给 %Ln 名成员</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: seats are unlimited.</source>
            <translation>%1：席位不限。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats are free.</source>
            <translation>
                <numerusform>空闲 %Ln 个席位。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::LicensePanel</name>
        <message>
            <source>Bought</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Holders</source>
            <translation>持有人</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Renew</source>
            <translation>续订</translation>
        </message>
        <message>
            <source>Add seats</source>
            <translation>增加席位</translation>
        </message>
        <message>
            <source>Nothing bought yet.</source>
            <translation>尚未采购。</translation>
        </message>
        <message>
            <source>Nobody holds a seat.</source>
            <translation>无人持有席位。</translation>
        </message>
        <message>
            <source>Nothing selected</source>
            <translation>未选择任何内容</translation>
        </message>
        <message>
            <source>Select a licence to see its seats, holders and what was bought.</source>
            <translation>选择一个许可证以查看其席位、持有人和采购情况。</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>以及另外 %Ln 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>One seat is</source>
            <translation>一个席位是</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>期限类型</translation>
        </message>
        <message>
            <source>Cost a month</source>
            <translation>每月费用</translation>
        </message>
        <message>
            <source>Overage</source>
            <translation>超额</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message numerus="yes">
            <source>%Ln for each seat</source>
            <translation>
                <numerusform>每席位 %Ln 台</numerusform>
            </translation>
        </message>
        <message>
            <source>Returns after</source>
            <translation>归还时间</translation>
        </message>
        <message numerus="yes">
            <source>%Ln minutes</source>
            <translation>
                <numerusform>%Ln 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>When it ends</source>
            <translation>到期时</translation>
        </message>
        <message>
            <source>Warn below</source>
            <translation>低于此数提醒</translation>
        </message>
        <message numerus="yes">
            <source>%Ln free seats</source>
            <translation>
                <numerusform>%Ln 个空闲席位</numerusform>
            </translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message numerus="yes">
            <source>%Ln licences</source>
            <translation>
                <numerusform>%Ln 个许可证</numerusform>
            </translation>
        </message>
        <message>
            <source>selected</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>Seats in use</source>
            <translation>已用席位</translation>
        </message>
        <message>
            <source>Seats bought</source>
            <translation>采购的席位</translation>
        </message>
        <message>
            <source>Unlimited</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Edit …</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Renew …</source>
            <translation>续订…</translation>
        </message>
        <message>
            <source>Cancel …</source>
            <translation>取消…</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Add keys</source>
            <translation>添加密钥</translation>
        </message>
        <message>
            <source>Not visible to you</source>
            <translation>对您不可见</translation>
        </message>
        <message>
            <source>Waiting list</source>
            <translation>候补名单</translation>
        </message>
        <message>
            <source>Ask for seats</source>
            <translation>申请席位</translation>
        </message>
        <message>
            <source>Nobody waits for a seat.</source>
            <translation>无人等待席位。</translation>
        </message>
        <message>
            <source>Told ahead</source>
            <translation>提前通知</translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>History …</source>
            <translation>历史…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::LicensesEditDialog</name>
        <message numerus="yes">
            <source>Edit %Ln licences</source>
            <translation>
                <numerusform>编辑 %Ln 个许可证</numerusform>
            </translation>
        </message>
        <message>
            <source>Never</source>
            <translation>从不</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Allowed overage</source>
            <translation>允许超额</translation>
        </message>
        <message>
            <source>Devices per seat</source>
            <translation>每席位设备数</translation>
        </message>
        <message>
            <source>Warn when fewer seats are free than</source>
            <translation>空闲席位少于此数时提醒</translation>
        </message>
        <message>
            <source>When it ends</source>
            <translation>到期时</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message numerus="yes">
            <source>%Ln licences were changed.</source>
            <translation>
                <numerusform>已更改 %Ln 个许可证。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::LicensesPage</name>
        <message>
            <source>New licence</source>
            <translation>新建许可证</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Short of seats</source>
            <translation>席位不足</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Add seats …</source>
            <translation>增加席位…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln licences</source>
            <translation>
                <numerusform>%Ln 个许可证</numerusform>
            </translation>
        </message>
        <message>
            <source>The licence could not be opened</source>
            <translation>无法打开该许可证</translation>
        </message>
        <message>
            <source>Cancel this entitlement?</source>
            <translation>要取消此授权吗？</translation>
        </message>
        <message>
            <source>Cancel entitlement</source>
            <translation>取消授权</translation>
        </message>
        <message>
            <source>The entitlement could not be cancelled</source>
            <translation>无法取消该授权</translation>
        </message>
        <message>
            <source>The entitlement was cancelled.</source>
            <translation>授权已取消。</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Search licence, product, vendor</source>
            <translation>搜索许可证、产品、厂商</translation>
        </message>
        <message>
            <source>Assign seats</source>
            <translation>分配席位</translation>
        </message>
        <message>
            <source>No licences yet</source>
            <translation>还没有许可证</translation>
        </message>
        <message>
            <source>A licence is a pool of seats of one product. Begin with the first one, or import a file.</source>
            <translation>许可证是某个产品的一组席位。请添加第一个，或导入文件。</translation>
        </message>
        <message>
            <source>Waited for</source>
            <translation>有人等待</translation>
        </message>
        <message>
            <source>Select one licence.</source>
            <translation>请选择一个许可证。</translation>
        </message>
        <message>
            <source>Renewals …</source>
            <translation>续订…</translation>
        </message>
        <message>
            <source>Why no notice …</source>
            <translation>为什么没有通知…</translation>
        </message>
        <message>
            <source>the seats there are and that are held on this day. Nothing can be changed here.</source>
            <translation>当天拥有和被持有的席位。此处无法更改任何内容。</translation>
        </message>
        <message>
            <source>Edit selected …</source>
            <translation>编辑所选…</translation>
        </message>
        <message>
            <source>Select several licences.</source>
            <translation>请选择多个许可证。</translation>
        </message>
        <message>
            <source>History of the product …</source>
            <translation>产品的历史…</translation>
        </message>
        <message>
            <source>History of the vendor …</source>
            <translation>厂商的历史…</translation>
        </message>
        <message>
            <source>The history could not be read</source>
            <translation>无法读取历史</translation>
        </message>
        <message>
            <source>The product is not there any more.</source>
            <translation>该产品已不存在。</translation>
        </message>
        <message>
            <source>The vendor is not there any more.</source>
            <translation>该厂商已不存在。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::MainWindow</name>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Like the desktop</source>
            <translation>跟随桌面</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Switch connection …</source>
            <translation>切换连接…</translation>
        </message>
        <message>
            <source>Go to %1</source>
            <translation>转到“%1”</translation>
        </message>
        <message>
            <source>There is no page for you here</source>
            <translation>这里没有您可以查看的页面</translation>
        </message>
        <message>
            <source>What you sign in as sees none of the pages of this window. An administrator of the book can change that.</source>
            <translation>以您登录的身份看不到此窗口的任何页面。账本的管理员可以更改这一点。</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Load again</source>
            <translation>重新加载</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>所有页面</translation>
        </message>
        <message>
            <source>The connection to the database is lost. What you see may be out of date; what you typed is still there.</source>
            <translation>与数据库的连接已断开。您看到的内容可能已过时；您输入的内容仍然保留。</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>立即尝试</translation>
        </message>
        <message>
            <source>High contrast, light</source>
            <translation>高对比度浅色</translation>
        </message>
        <message>
            <source>High contrast, dark</source>
            <translation>高对比度深色</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>999+</source>
            <translation>999+</translation>
        </message>
        <message numerus="yes">
            <source>%Ln not read</source>
            <translation>
                <numerusform>%Ln 条未读</numerusform>
            </translation>
        </message>
        <message>
            <source>Back</source>
            <translation>后退</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Do again</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Manual</source>
            <translation>手册</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ManualView</name>
        <message>
            <source>Page of the manual</source>
            <translation>手册页面</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ManualWindow</name>
        <message>
            <source>Manual of Seatledger</source>
            <translation>Seatledger 手册</translation>
        </message>
        <message>
            <source>Search the manual</source>
            <translation>搜索手册</translation>
        </message>
        <message>
            <source>Pages of the manual</source>
            <translation>手册目录</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>后退</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
    </context>
    <context>
        <name>seatledger::MemberDialog</name>
        <message>
            <source>New member</source>
            <translation>新建成员</translation>
        </message>
        <message>
            <source>Edit member</source>
            <translation>编辑成员</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Still here</source>
            <translation>在职</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Joined on</source>
            <translation>入职日期</translation>
        </message>
        <message>
            <source>Left on</source>
            <translation>离职日期</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>%1 was changed.</source>
            <translation>%1 已更改。</translation>
        </message>
        <message>
            <source>%1 was added.</source>
            <translation>%1 已添加。</translation>
        </message>
        <message>
            <source>Comparing …</source>
            <translation>正在比较…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::MemberPanel</name>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>Holds no seats.</source>
            <translation>未持有席位。</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Nobody selected</source>
            <translation>未选择任何人</translation>
        </message>
        <message>
            <source>Select a member to see their seats, details and history.</source>
            <translation>选择一个成员以查看其席位、详情和历史。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Joined on</source>
            <translation>入职日期</translation>
        </message>
        <message>
            <source>Left on</source>
            <translation>离职日期</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message numerus="yes">
            <source>%Ln members</source>
            <translation>
                <numerusform>%Ln 个成员</numerusform>
            </translation>
        </message>
        <message>
            <source>selected</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>Leaves on</source>
            <translation>离职日期</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>等待</translation>
        </message>
    </context>
    <context>
        <name>seatledger::MembersEditDialog</name>
        <message numerus="yes">
            <source>Edit %Ln members</source>
            <translation>
                <numerusform>编辑 %Ln 名成员</numerusform>
            </translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Joined on</source>
            <translation>入职日期</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message numerus="yes">
            <source>%Ln members were changed.</source>
            <translation>
                <numerusform>已更改 %Ln 名成员。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::MembersPage</name>
        <message>
            <source>All departments</source>
            <translation>所有部门</translation>
        </message>
        <message>
            <source>New member</source>
            <translation>新建成员</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Leaves …</source>
            <translation>离职…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln members</source>
            <translation>
                <numerusform>%Ln 个成员</numerusform>
            </translation>
        </message>
        <message>
            <source>The member could not be opened</source>
            <translation>无法打开该成员</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Search name, number, e-mail</source>
            <translation>搜索姓名、编号、电子邮件</translation>
        </message>
        <message>
            <source>Assign seats</source>
            <translation>分配席位</translation>
        </message>
        <message>
            <source>No members yet</source>
            <translation>还没有成员</translation>
        </message>
        <message>
            <source>Departments …</source>
            <translation>部门…</translation>
        </message>
        <message>
            <source>Add, rename and move departments</source>
            <translation>添加、重命名和移动部门</translation>
        </message>
        <message>
            <source>Members are the people who can hold seats. Begin with the first one, or import a file.</source>
            <translation>成员是可以持有席位的人员。请添加第一位，或导入文件。</translation>
        </message>
        <message>
            <source>Select one member.</source>
            <translation>请选择一名成员。</translation>
        </message>
        <message>
            <source>Select one or more members.</source>
            <translation>请选择一个或多个成员。</translation>
        </message>
        <message>
            <source>who had joined by this day, and how much they hold or held on it. Nothing can be changed here.</source>
            <translation>当天之前加入的人，以及他们当天持有多少。此处无法更改任何内容。</translation>
        </message>
        <message>
            <source>Edit selected …</source>
            <translation>编辑所选…</translation>
        </message>
        <message>
            <source>Select several members.</source>
            <translation>请选择多名成员。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::MessageDialog</name>
        <message>
            <source>Nothing was changed. The window connects again by itself.</source>
            <translation>未更改任何内容。窗口会自动重新连接。</translation>
        </message>
        <message>
            <source>Nothing was changed. Please try again.</source>
            <translation>未更改任何内容。请重试。</translation>
        </message>
        <message>
            <source>Nothing was changed. The list shows the newest state now.</source>
            <translation>未更改任何内容。列表现已显示最新状态。</translation>
        </message>
        <message>
            <source>Free some space, then try again.</source>
            <translation>请释放一些空间后重试。</translation>
        </message>
        <message>
            <source>Ask an administrator if you need to do this.</source>
            <translation>如果您需要执行此操作，请联系管理员。</translation>
        </message>
        <message>
            <source>This is a defect. Please report it with the details below.</source>
            <translation>这是程序缺陷。请附上以下详情进行报告。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Copy for support</source>
            <translation>复制以供支持</translation>
        </message>
    </context>
    <context>
        <name>seatledger::NewReviewDialog</name>
        <message>
            <source>New access review</source>
            <translation>新建访问审查</translation>
        </message>
        <message>
            <source>Begin review</source>
            <translation>开始审查</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>No day</source>
            <translation>无截止日期</translation>
        </message>
        <message>
            <source>Who holds which seats now is written down as a list. Managers decide for their own people who keeps them; at the end all revocations are carried out as one.</source>
            <translation>现在谁持有哪些席位会记为一份清单。经理为其所负责部门的人员决定谁保留席位；最后所有收回作为一个整体执行。</translation>
        </message>
        <message>
            <source>Review of %1</source>
            <translation>%1 的审查</translation>
        </message>
        <message>
            <source>All licences</source>
            <translation>所有许可证</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>To be decided by</source>
            <translation>决定截止日期</translation>
        </message>
        <message>
            <source>Writing down who holds what …</source>
            <translation>正在记录谁持有什么…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats are to be reviewed.</source>
            <translation>
                <numerusform>有 %Ln 个席位待审查。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::NoticeBell</name>
        <message>
            <source>The settings could not be read</source>
            <translation>无法读取设置</translation>
        </message>
    </context>
    <context>
        <name>seatledger::NoticePanel</name>
        <message>
            <source>told on %1</source>
            <translation>通知于 %1</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新</translation>
        </message>
        <message>
            <source>Mark all as read</source>
            <translation>全部标为已读</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Nothing ends, runs low or will be short.</source>
            <translation>没有到期、席位不多或将要短缺的许可证。</translation>
        </message>
        <message>
            <source>Settings …</source>
            <translation>设置…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::NoticeSettingsDialog</name>
        <message>
            <source>Tell what ends, runs low or will be short</source>
            <translation>通知到期、席位不多和将要短缺的事</translation>
        </message>
        <message>
            <source>Send notices by e-mail</source>
            <translation>通过邮件发送通知</translation>
        </message>
        <message>
            <source>Send test message</source>
            <translation>发送测试邮件</translation>
        </message>
        <message>
            <source>For everybody who works with this book.</source>
            <translation>适用于使用此账本的所有人。</translation>
        </message>
        <message>
            <source> days</source>
            <translation> 天</translation>
        </message>
        <message>
            <source>Days before something ends</source>
            <translation>到期之前的天数</translation>
        </message>
        <message>
            <source>Each of them is told once, and once more when it has ended.</source>
            <translation>每个天数通知一次，结束之后再通知一次。</translation>
        </message>
        <message>
            <source>For licences without a threshold of their own. Empty: not told.</source>
            <translation>用于没有自己阈值的许可证。留空：不通知。</translation>
        </message>
        <message>
            <source>Shortages ahead</source>
            <translation>提前通知短缺</translation>
        </message>
        <message>
            <source>Without an owner, write to</source>
            <translation>没有负责人时写信给</translation>
        </message>
        <message>
            <source>Empty: administrators who are members.</source>
            <translation>留空：身为成员的管理员。</translation>
        </message>
        <message>
            <source>Language of messages</source>
            <translation>邮件的语言</translation>
        </message>
        <message>
            <source>Mail server</source>
            <translation>邮件服务器</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translation>加密</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Empty: the server asks for none.</source>
            <translation>留空：服务器不要求用户。</translation>
        </message>
        <message>
            <source>Kept in your keychain. Empty: as it was.</source>
            <translation>保存在您的密钥环中。留空：保持不变。</translation>
        </message>
        <message>
            <source>Messages are from</source>
            <translation>发件地址</translation>
        </message>
        <message>
            <source>Your address</source>
            <translation>您的地址</translation>
        </message>
        <message>
            <source>Address for the test message</source>
            <translation>测试邮件的地址</translation>
        </message>
        <message>
            <source>Sending …</source>
            <translation>正在发送…</translation>
        </message>
        <message>
            <source>The server took the message and said: %1</source>
            <translation>服务器接受了邮件，并答复：%1</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>The settings are saved, but your keychain did not take the password: %1</source>
            <translation>设置已保存，但您的密钥环没有接受密码：%1</translation>
        </message>
        <message>
            <source>The settings of notices are saved.</source>
            <translation>通知的设置已保存。</translation>
        </message>
        <message>
            <source>Notices and e-mail</source>
            <translation>通知和电子邮件</translation>
        </message>
        <message>
            <source>Warn when fewer seats are free than</source>
            <translation>空闲席位少于此数时提醒</translation>
        </message>
    </context>
    <context>
        <name>seatledger::OperationDialog</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>略过</translation>
        </message>
        <message numerus="yes">
            <source>%Ln left out:</source>
            <translation>
                <numerusform>略过 %Ln 人：</numerusform>
            </translation>
        </message>
        <message>
            <source>Taking it back …</source>
            <translation>正在撤销…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln people are on the waiting list.</source>
            <translation>
                <numerusform>%Ln 人已列入候补名单。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people who waited got a seat.</source>
            <translation>
                <numerusform>%Ln 名候补者获得了席位。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::OperationTables</name>
        <message>
            <source>(no name)</source>
            <translation>（未命名）</translation>
        </message>
        <message>
            <source>at work</source>
            <translation>工作中</translation>
        </message>
        <message>
            <source>idle</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>idle in a transaction</source>
            <translation>在事务中空闲</translation>
        </message>
        <message>
            <source>idle in a failed transaction</source>
            <translation>在失败的事务中空闲</translation>
        </message>
        <message>
            <source>not seen</source>
            <translation>不可见</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Longest</source>
            <translation>最长</translation>
        </message>
        <message>
            <source>Who waits for whom</source>
            <translation>谁在等待谁</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>等待者</translation>
        </message>
        <message>
            <source>For</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>已等待</translation>
        </message>
        <message>
            <source>Slow statements</source>
            <translation>慢语句</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>语句</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>All, ms</source>
            <translation>总计，毫秒</translation>
        </message>
        <message>
            <source>Each, ms</source>
            <translation>每次，毫秒</translation>
        </message>
        <message>
            <source>Most, ms</source>
            <translation>最长，毫秒</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>表</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Dead rows</source>
            <translation>死行</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Indexes</source>
            <translation>索引</translation>
        </message>
        <message>
            <source>Index</source>
            <translation>索引</translation>
        </message>
        <message>
            <source>Used, times</source>
            <translation>使用次数</translation>
        </message>
        <message>
            <source>Replicas</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Replica</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Behind</source>
            <translation>落后</translation>
        </message>
        <message>
            <source>Behind, ms</source>
            <translation>落后，毫秒</translation>
        </message>
        <message>
            <source>Nobody else is connected.</source>
            <translation>没有其他连接。</translation>
        </message>
        <message>
            <source>somebody who is not seen</source>
            <translation>不可见的某人</translation>
        </message>
        <message>
            <source>Nobody waits for a lock.</source>
            <translation>无人等待锁。</translation>
        </message>
        <message>
            <source>What runs at this moment. Times of all statements are kept once an administrator of the server loads pg_stat_statements and runs CREATE EXTENSION pg_stat_statements here.</source>
            <translation>此刻正在运行的语句。服务器管理员加载 pg_stat_statements 并在此执行 CREATE EXTENSION pg_stat_statements 之后，才会保存所有语句的耗时。</translation>
        </message>
        <message>
            <source>What runs at this moment. Times of all statements are kept once pg_stat_statements is in shared_preload_libraries and the server was started again.</source>
            <translation>此刻正在运行的语句。将 pg_stat_statements 加入 shared_preload_libraries 并重新启动服务器之后，才会保存所有语句的耗时。</translation>
        </message>
        <message>
            <source>No replica follows this server.</source>
            <translation>没有副本跟随此服务器。</translation>
        </message>
        <message>
            <source>%1 of the table %2</source>
            <translation>%1，属于表 %2</translation>
        </message>
    </context>
    <context>
        <name>seatledger::OperationsPage</name>
        <message>
            <source>Connections</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>Transactions</source>
            <translation>事务</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>内存</translation>
        </message>
        <message>
            <source>Vacuum</source>
            <translation>清理</translation>
        </message>
        <message>
            <source>Replicas</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Doctor</source>
            <translation>医生</translation>
        </message>
        <message>
            <source>Rights</source>
            <translation>权限</translation>
        </message>
        <message>
            <source>Run the doctor …</source>
            <translation>运行医生…</translation>
        </message>
        <message>
            <source>What was looked at</source>
            <translation>查看的项目</translation>
        </message>
        <message>
            <source>PostgreSQL %1, up for %2. Database %3: %4, schema %5. Since statistics began %6 transactions, %7 taken back, %8 deadlocks.</source>
            <translation>PostgreSQL %1，已运行 %2。数据库 %3：%4，架构 %5。自统计开始以来 %6 个事务，回滚 %7 个，死锁 %8 次。</translation>
        </message>
        <message>
            <source>As of %1</source>
            <translation>截至 %1</translation>
        </message>
        <message>
            <source>Operations</source>
            <translation>运维</translation>
        </message>
        <message>
            <source>Backups …</source>
            <translation>备份…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::OperatorDialog</name>
        <message>
            <source>New operator</source>
            <translation>新建操作员</translation>
        </message>
        <message>
            <source>An operator signs in to this book, and may do what the role and the rights say.</source>
            <translation>操作员登录此账本，可执行其角色和权限所允许的操作。</translation>
        </message>
        <message>
            <source>Edit operator</source>
            <translation>编辑操作员</translation>
        </message>
        <message>
            <source>What changes counts at once, also for who is signed in now.</source>
            <translation>更改立即生效，对当前已登录者也一样。</translation>
        </message>
        <message>
            <source>A login cannot be renamed.</source>
            <translation>登录名不能更改。</translation>
        </message>
        <message>
            <source>None of the members</source>
            <translation>不是任何成员</translation>
        </message>
        <message>
            <source>This role takes no rights beyond it.</source>
            <translation>此角色没有额外权限。</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Looks after, with all below</source>
            <translation>负责的部门（含下级）</translation>
        </message>
        <message>
            <source>Choose one of the members, or leave it empty.</source>
            <translation>请选择一名成员，或留空。</translation>
        </message>
        <message>
            <source>Beyond the role</source>
            <translation>角色之外</translation>
        </message>
        <message>
            <source>Rights, as far as the role sees</source>
            <translation>权限（限角色可见范围）</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>%1 was changed.</source>
            <translation>%1 已更改。</translation>
        </message>
        <message>
            <source>%1 may sign in now.</source>
            <translation>%1 现在可以登录。</translation>
        </message>
        <message>
            <source>Comparing …</source>
            <translation>正在比较…</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Rights</source>
            <translation>权限</translation>
        </message>
    </context>
    <context>
        <name>seatledger::OperatorPanel</name>
        <message>
            <source>Recent operations</source>
            <translation>最近的操作</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>What they may do</source>
            <translation>可执行的操作</translation>
        </message>
        <message>
            <source>Nobody selected</source>
            <translation>未选择任何人</translation>
        </message>
        <message>
            <source>Select an operator to see what they may do and what they did last.</source>
            <translation>选择一名操作员，查看其可执行的操作和最近的操作。</translation>
        </message>
        <message>
            <source>Nothing yet.</source>
            <translation>尚无内容。</translation>
        </message>
        <message>
            <source>Only who reads the audit sees what others did.</source>
            <translation>只有可查看审计的人才能看到他人的操作。</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>成员</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Rights</source>
            <translation>权限</translation>
        </message>
        <message>
            <source>Last seen</source>
            <translation>最近活动</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>尚无</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Disabled</source>
            <translation>已停用</translation>
        </message>
        <message numerus="yes">
            <source>%Ln operators</source>
            <translation>
                <numerusform>%Ln 名操作员</numerusform>
            </translation>
        </message>
        <message>
            <source>selected</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>Password until</source>
            <translation>密码有效期至</translation>
        </message>
    </context>
    <context>
        <name>seatledger::OperatorsPage</name>
        <message>
            <source>Active</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Disabled</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>All roles</source>
            <translation>所有角色</translation>
        </message>
        <message>
            <source>New operator</source>
            <translation>新建操作员</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Set password …</source>
            <translation>设置密码…</translation>
        </message>
        <message>
            <source>Disable …</source>
            <translation>停用…</translation>
        </message>
        <message>
            <source>Enable</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Nobody signs in yet</source>
            <translation>尚无人登录</translation>
        </message>
        <message>
            <source>Operators sign in with their own login, and see and do what their role and rights allow.</source>
            <translation>操作员使用自己的登录名登录，可见内容和可执行操作取决于其角色和权限。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln operators</source>
            <translation>
                <numerusform>%Ln 名操作员</numerusform>
            </translation>
        </message>
        <message>
            <source>Members come through the server and have no password here.</source>
            <translation>成员通过服务器访问，在此没有密码。</translation>
        </message>
        <message>
            <source>Set a new password</source>
            <translation>设置新密码</translation>
        </message>
        <message>
            <source>The operator could not be opened</source>
            <translation>无法打开该操作员</translation>
        </message>
        <message>
            <source>The operator could not be enabled</source>
            <translation>无法启用该操作员</translation>
        </message>
        <message>
            <source>%1 may sign in again.</source>
            <translation>%1 可以重新登录。</translation>
        </message>
        <message>
            <source>Operators</source>
            <translation>操作员</translation>
        </message>
        <message>
            <source>Search login or name</source>
            <translation>搜索登录名或姓名</translation>
        </message>
        <message>
            <source>History …</source>
            <translation>历史…</translation>
        </message>
        <message>
            <source>Select one operator.</source>
            <translation>请选择一名操作员。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::PageHeader</name>
        <message>
            <source>Back</source>
            <translation>后退</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
    </context>
    <context>
        <name>seatledger::PagedTableView</name>
        <message>
            <source>The list could not be loaded</source>
            <translation>无法加载列表</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>seatledger::Palette</name>
        <message>
            <source>Go to anything</source>
            <translation>前往任何地方</translation>
        </message>
        <message>
            <source>Go to …</source>
            <translation>前往…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::PaletteView</name>
        <message>
            <source>Go to a page, a person, a licence, or do something …</source>
            <translation>前往页面、人员、许可证，或执行操作…</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>找到的内容</translation>
        </message>
        <message>
            <source>↑↓ choose   ↵ open   Esc close</source>
            <translation>↑↓ 选择   ↵ 打开   Esc 关闭</translation>
        </message>
        <message>
            <source>Searching …</source>
            <translation>正在搜索…</translation>
        </message>
        <message>
            <source>Nothing is called that.</source>
            <translation>没有这样的名称。</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>keys, what they do</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>seatledger::PasswordDialog</name>
        <message>
            <source>Password of %1</source>
            <translation>%1 的密码</translation>
        </message>
        <message>
            <source>Does not expire</source>
            <translation>永不过期</translation>
        </message>
        <message>
            <source>Counts from the next time that %1 signs in; open sessions go on.</source>
            <translation>从 %1 下次登录起生效；已打开的会话继续有效。</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>Valid until and including</source>
            <translation>有效期至（含）</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>The password of %1 is set.</source>
            <translation>已设置 %1 的密码。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::PasswordField</name>
        <message>
            <source>Show the password</source>
            <translation>显示密码</translation>
        </message>
        <message>
            <source>Hide the password</source>
            <translation>隐藏密码</translation>
        </message>
        <message numerus="yes">
            <source>At least %n characters; longer is better.</source>
            <translation>
                <numerusform>至少 %n 个字符；越长越好。</numerusform>
            </translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>强</translation>
        </message>
        <message>
            <source>Fair: longer would be better</source>
            <translation>中等：再长一些更好</translation>
        </message>
        <message>
            <source>Too weak</source>
            <translation>太弱</translation>
        </message>
    </context>
    <context>
        <name>seatledger::PasteMembersDialog</name>
        <message>
            <source>Paste a list</source>
            <translation>粘贴列表</translation>
        </message>
        <message>
            <source>E-mail addresses or member numbers, one a line or separated by commas.</source>
            <translation>电子邮件地址或成员编号，每行一个或以逗号分隔。</translation>
        </message>
        <message>
            <source>List of addresses or numbers</source>
            <translation>地址或编号列表</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message numerus="yes">
            <source>%Ln people found.</source>
            <translation>
                <numerusform>找到 %Ln 人。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln unknown; they are left out:</source>
            <translation>
                <numerusform>%Ln 个未知；将被略过：</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Add %Ln people</source>
            <translation>
                <numerusform>添加 %Ln 人</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::PeriodDialog</name>
        <message>
            <source>Change days</source>
            <translation>更改日期</translation>
        </message>
        <message>
            <source>Until revoked</source>
            <translation>直至收回</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments have other days now.</source>
            <translation>
                <numerusform>%Ln 项分配的日期已更改。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::PlanModel</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划</translation>
        </message>
    </context>
    <context>
        <name>seatledger::PlanView</name>
        <message>
            <source>People shown</source>
            <translation>显示的人员</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>略过</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Planning …</source>
            <translation>正在计划…</translation>
        </message>
        <message>
            <source>Seats are unlimited.</source>
            <translation>席位不限。</translation>
        </message>
        <message>
            <source>What they cost is not visible to you.</source>
            <translation>其费用对您不可见。</translation>
        </message>
        <message>
            <source>%1 a month less.</source>
            <translation>每月减少 %1。</translation>
        </message>
        <message>
            <source>%1 a month more.</source>
            <translation>每月增加 %1。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats stay free.</source>
            <translation>
                <numerusform>剩余 %Ln 个空闲席位。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ProblemModel</name>
        <message>
            <source>Line %1 of the file</source>
            <translation>文件第 %1 行</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>问题</translation>
        </message>
    </context>
    <context>
        <name>seatledger::QuantityDialog</name>
        <message>
            <source>Change number of seats</source>
            <translation>更改席位数</translation>
        </message>
        <message>
            <source>Change seats</source>
            <translation>更改席位</translation>
        </message>
        <message>
            <source>Seats for each</source>
            <translation>每项席位数</translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments have another number of seats now.</source>
            <translation>
                <numerusform>%Ln 项分配的席位数已更改。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln 个席位</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::RecentList</name>
        <message>
            <source>On this computer</source>
            <translation>在这台计算机上</translation>
        </message>
        <message>
            <source>Remove from the list</source>
            <translation>从列表中移除</translation>
        </message>
        <message>
            <source>Recent connections</source>
            <translation>最近的连接</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>最近</translation>
        </message>
    </context>
    <context>
        <name>seatledger::RecipientsModel</name>
        <message>
            <source>Gets a seat</source>
            <translation>获得席位</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
    </context>
    <context>
        <name>seatledger::RedisAddress</name>
        <message>
            <source>This is no address of a Redis: write redis://host:6379/0 or unix:/path/of.sock.</source>
            <translation>这不是 Redis 地址：请写成 redis://host:6379/0 或 unix:/path/of.sock。</translation>
        </message>
        <message>
            <source>A password does not belong into the address of a Redis: give it by a file.</source>
            <translation>Redis 地址中不能包含密码：请通过文件提供。</translation>
        </message>
        <message>
            <source>The address of a Redis names no host and no socket: write redis://host:6379/0 or unix:/path/of.sock.</source>
            <translation>Redis 地址既没有主机也没有套接字：请写成 redis://host:6379/0 或 unix:/path/of.sock。</translation>
        </message>
        <message>
            <source>“%1” is no number of a database of Redis: write 0 to 15.</source>
            <translation>“%1”不是 Redis 数据库编号：请写 0 到 15。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::RedisConnection</name>
        <message>
            <source>Redis refuses %1.</source>
            <translation>Redis 拒绝 %1。</translation>
        </message>
        <message>
            <source>it answers something else than a Redis would</source>
            <translation>它的应答不像 Redis</translation>
        </message>
        <message>
            <source>Redis cannot be used: %1.</source>
            <translation>无法使用 Redis：%1。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::RenewalModel</name>
        <message>
            <source>unlimited</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>open</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>%1 held</source>
            <translation>占用 %1</translation>
        </message>
        <message>
            <source>%1 idle</source>
            <translation>闲置 %1</translation>
        </message>
        <message>
            <source>%1 waited for</source>
            <translation>候补 %1</translation>
        </message>
        <message>
            <source>%1 from elsewhere</source>
            <translation>另有 %1</translation>
        </message>
        <message>
            <source>not renewed</source>
            <translation>不续订</translation>
        </message>
        <message>
            <source>not visible</source>
            <translation>不可见</translation>
        </message>
        <message>
            <source>Never renewed before.</source>
            <translation>以前从未续订。</translation>
        </message>
        <message>
            <source>Renewed before:</source>
            <translation>以前的续订：</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>届时</translation>
        </message>
        <message>
            <source>Seats now</source>
            <translation>现有席位</translation>
        </message>
        <message>
            <source>New seats</source>
            <translation>新席位数</translation>
        </message>
        <message>
            <source>New end</source>
            <translation>新结束日期</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
    </context>
    <context>
        <name>seatledger::RenewalsDialog</name>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Renewals</source>
            <translation>续订</translation>
        </message>
        <message>
            <source>Renew</source>
            <translation>续订</translation>
        </message>
        <message>
            <source>What ends soon. Choose what is renewed; seats, end and price can be changed in the table.</source>
            <translation>即将结束的授权。请选择续订哪些；席位、结束日期和价格可在表中更改。</translation>
        </message>
        <message>
            <source>Ends within days</source>
            <translation>在多少天内结束</translation>
        </message>
        <message>
            <source> days</source>
            <translation> 天</translation>
        </message>
        <message>
            <source>Ends within</source>
            <translation>结束于</translation>
        </message>
        <message>
            <source>Seats as needed</source>
            <translation>按需要的席位</translation>
        </message>
        <message>
            <source>Seats as before</source>
            <translation>席位照旧</translation>
        </message>
        <message>
            <source>What ends soon</source>
            <translation>即将结束的授权</translation>
        </message>
        <message numerus="yes">
            <source>Renew %Ln entitlements</source>
            <translation>
                <numerusform>续订 %Ln 项授权</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing ends in this time.</source>
            <translation>这段时间内没有授权结束。</translation>
        </message>
        <message>
            <source>What they cost is not visible to you.</source>
            <translation>您无权查看其费用。</translation>
        </message>
        <message>
            <source>Renewing …</source>
            <translation>正在续订…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln entitlements were renewed.</source>
            <translation>
                <numerusform>已续订 %Ln 项授权。</numerusform>
            </translation>
        </message>
        <message>
            <source>A month before: %1
A month after: %2</source>
            <translation>此前每月：%1
此后每月：%2</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReportFilterBar</name>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>All departments</source>
            <translation>所有部门</translation>
        </message>
        <message>
            <source>Vendor</source>
            <translation>厂商</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>重置</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>All licences</source>
            <translation>所有许可证</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Choose days …</source>
            <translation>选择日期…</translation>
        </message>
        <message>
            <source>All vendors</source>
            <translation>所有厂商</translation>
        </message>
        <message>
            <source>All products</source>
            <translation>所有产品</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>未来</translation>
        </message>
        <message>
            <source>Unused for</source>
            <translation>未用</translation>
        </message>
        <message>
            <source> days</source>
            <translation> 天</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReportGrid</name>
        <message>
            <source>Report</source>
            <translation>报表</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReportList</name>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Saved views</source>
            <translation>已存视图</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReportPane</name>
        <message>
            <source>Loading …</source>
            <translation>正在加载…</translation>
        </message>
        <message>
            <source>The report could not be made</source>
            <translation>无法生成报表</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Nothing to report</source>
            <translation>没有可报告的内容</translation>
        </message>
        <message>
            <source>There is nothing that goes with these filters.</source>
            <translation>没有符合这些筛选条件的内容。</translation>
        </message>
        <message>
            <source>The first %1 of %2 rows. An export has all of them.</source>
            <translation>共 %2 行，显示前 %1 行；导出包含全部。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln rows</source>
            <translation>
                <numerusform>%Ln 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Amounts are in %1 where there is a rate.</source>
            <translation>有汇率的金额以 %1 计。</translation>
        </message>
        <message>
            <source>Nothing in the book belongs here for now.</source>
            <translation>账本中目前没有属于这里的内容。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReportPreviewDialog</name>
        <message>
            <source>Print or save as PDF</source>
            <translation>打印或另存为 PDF</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Save as PDF …</source>
            <translation>另存为 PDF…</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>第 %1 页，共 %2 页</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>另存为 PDF</translation>
        </message>
        <message>
            <source>Writing the pages …</source>
            <translation>正在写入页面…</translation>
        </message>
        <message>
            <source>%1 was written.</source>
            <translation>已写入 %1。</translation>
        </message>
        <message>
            <source>The report was sent to the printer.</source>
            <translation>报表已发送到打印机。</translation>
        </message>
        <message>
            <source>It was cancelled.</source>
            <translation>已取消。</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Reading all rows …</source>
            <translation>正在读取所有行…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReportTile</name>
        <message>
            <source>Open the report</source>
            <translation>打开报表</translation>
        </message>
        <message>
            <source>first %1 of %2</source>
            <translation>%2 中的前 %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed licences are still being counted</source>
            <translation>
                <numerusform>还有 %Ln 个已更改的许可证正在统计</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReportsPage</name>
        <message>
            <source>Save view …</source>
            <translation>保存视图…</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Export …</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>See it as it will be on paper, print it or save it as PDF</source>
            <translation>预览纸面效果，打印或另存为 PDF</translation>
        </message>
        <message>
            <source>Write all rows to a file</source>
            <translation>将所有行写入文件</translation>
        </message>
        <message>
            <source>The reports could not be listed</source>
            <translation>无法列出报表</translation>
        </message>
        <message>
            <source>This view is of a report that you may not see.</source>
            <translation>此视图所属的报表您无权查看。</translation>
        </message>
        <message>
            <source>Save view</source>
            <translation>保存视图</translation>
        </message>
        <message>
            <source>The view “%1” was saved.</source>
            <translation>已保存视图“%1”。</translation>
        </message>
        <message>
            <source>Rename view</source>
            <translation>重命名视图</translation>
        </message>
        <message>
            <source>Remove the view “%1”?</source>
            <translation>移除视图“%1”？</translation>
        </message>
        <message>
            <source>Only the view goes, nothing in the book.</source>
            <translation>只移除视图，账本内容不变。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Made %1</source>
            <translation>生成于 %1</translation>
        </message>
        <message>
            <source>Made %1 by %2</source>
            <translation>%2 生成于 %1</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>As of %1</source>
            <translation>截至 %1</translation>
        </message>
        <message>
            <source>Rename …</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Remove …</source>
            <translation>移除…</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Search this report</source>
            <translation>搜索此报表</translation>
        </message>
        <message>
            <source>The view could not be changed</source>
            <translation>无法更改视图</translation>
        </message>
        <message>
            <source>The report with its filters and its order.</source>
            <translation>报表及其筛选和排序。</translation>
        </message>
        <message>
            <source>the first %1 rows are shown here, %2 are printed</source>
            <translation>此处显示前 %1 行，将打印 %2 行</translation>
        </message>
        <message>
            <source>Share no longer</source>
            <translation>不再共享</translation>
        </message>
        <message>
            <source>Share with everybody</source>
            <translation>与所有人共享</translation>
        </message>
        <message>
            <source>Copy as text</source>
            <translation>复制为文本</translation>
        </message>
    </context>
    <context>
        <name>seatledger::RestoreDialog</name>
        <message>
            <source>Restore the backup of %1</source>
            <translation>恢复 %1 的备份</translation>
        </message>
        <message>
            <source>It is restored, counted and examined first. What fails or is cancelled leaves everything as it is.</source>
            <translation>先恢复、清点并检查。失败或取消时，一切保持原样。</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Into a new workspace of mine</source>
            <translation>到我的新工作区</translation>
        </message>
        <message>
            <source>Into a new database beside this book</source>
            <translation>到此账本旁边的新数据库</translation>
        </message>
        <message>
            <source>In the place of this book</source>
            <translation>代替此账本</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>恢复到</translation>
        </message>
        <message>
            <source>Only the owner of the book restores on this server.</source>
            <translation>只有账本的所有者可以在此服务器上恢复。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Type the name of this book&apos;s database, %1, to confirm</source>
            <translation>请输入此账本数据库的名称 %1 以确认</translation>
        </message>
        <message>
            <source>A name has letters, digits, - and _, %1 at most.</source>
            <translation>名称由字母、数字、- 和 _ 组成，最多 %1 个字符。</translation>
        </message>
        <message>
            <source>Type %1.</source>
            <translation>请输入 %1。</translation>
        </message>
        <message>
            <source>A private workspace is made on this machine and the book as of then put into it, for you alone. The open book stays as it is.</source>
            <translation>将在这台计算机上新建一个私有工作区，放入当时的账本，仅供您使用。打开的账本保持不变。</translation>
        </message>
        <message>
            <source>A database is made on the server of this book and the book as of then put into it. The open book stays as it is. Logins that are missing are made.</source>
            <translation>将在此账本的服务器上新建一个数据库，放入当时的账本。打开的账本保持不变。缺少的登录名会被创建。</translation>
        </message>
        <message>
            <source>What was done since %1 is gone from the book, for everybody. The book as it is now is backed up first, into %2. At the end all connections are cut, and this window connects again by itself.</source>
            <translation>自 %1 以来所做的一切将从账本中消失，对所有人都是如此。当前的账本会先备份到 %2。最后所有连接都会中断，此窗口会自行重新连接。</translation>
        </message>
        <message>
            <source>Replace this book</source>
            <translation>替换此账本</translation>
        </message>
        <message>
            <source>The book as of then is in the workspace “%1”. Open it by “Switch connection …”.</source>
            <translation>当时的账本在工作区“%1”中。可通过“切换连接…”打开。</translation>
        </message>
        <message>
            <source>The book as of then is in the database “%1” of this server. Open it by “Switch connection …”.</source>
            <translation>当时的账本在此服务器的数据库“%1”中。可通过“切换连接…”打开。</translation>
        </message>
        <message>
            <source>The book is as it was then. What was there before is kept in %1.</source>
            <translation>账本已恢复到当时的状态。之前的内容保存在 %1。</translation>
        </message>
        <message>
            <source>The book is as it was then.</source>
            <translation>账本已恢复到当时的状态。</translation>
        </message>
        <message>
            <source>There is a database %1 already. Choose another name.</source>
            <translation>已有数据库 %1。请选择另一个名称。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ResultStep</name>
        <message>
            <source>The book had all of it already: nothing was changed.</source>
            <translation>账本中已有全部内容：未作任何更改。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln rows were imported.</source>
            <translation>
                <numerusform>已导入 %Ln 行。</numerusform>
            </translation>
        </message>
        <message>
            <source>Rows of the file</source>
            <translation>文件行数</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>未变</translation>
        </message>
        <message>
            <source>Left as they are</source>
            <translation>保持原样</translation>
        </message>
        <message>
            <source>Left out for their problems</source>
            <translation>因有问题而未导入</translation>
        </message>
        <message>
            <source>Departments, vendors and products added</source>
            <translation>新增的部门、厂商和产品</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ResumeDialog</name>
        <message>
            <source>Resume</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Where the seat was released, a free one is needed.</source>
            <translation>席位已释放的，需要有空闲席位。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments were resumed.</source>
            <translation>
                <numerusform>已恢复 %Ln 项分配。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReviewPanel</name>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>List of</source>
            <translation>清单日期</translation>
        </message>
        <message>
            <source>To be decided by</source>
            <translation>决定截止日期</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>已决定</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 中的 %1</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Revoke</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>Changed since</source>
            <translation>此后有变化</translation>
        </message>
        <message>
            <source>Seats given since</source>
            <translation>此后分配的席位</translation>
        </message>
        <message>
            <source>Nothing selected</source>
            <translation>未选择任何内容</translation>
        </message>
        <message>
            <source>Begin a review, or select one of its seats.</source>
            <translation>请开始一项审查，或选择其中一个席位。</translation>
        </message>
        <message>
            <source>This seat is not in the review any more.</source>
            <translation>此席位已不在审查中。</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Department then</source>
            <translation>当时的部门</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>Last used</source>
            <translation>上次使用</translation>
        </message>
        <message>
            <source>Since then</source>
            <translation>此后</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>决定者</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln 个席位</numerusform>
            </translation>
        </message>
        <message>
            <source>selected</source>
            <translation>已选择</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ReviewsPage</name>
        <message>
            <source>Review</source>
            <translation>审查</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Changed since</source>
            <translation>此后有变化</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Revoke …</source>
            <translation>收回…</translation>
        </message>
        <message>
            <source>Decide anew …</source>
            <translation>重新决定…</translation>
        </message>
        <message>
            <source>Carry out …</source>
            <translation>执行…</translation>
        </message>
        <message>
            <source>Give up</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>No access reviews yet</source>
            <translation>还没有访问审查</translation>
        </message>
        <message>
            <source>A review is the list of who holds what, for managers to decide who keeps it. At the end all revocations are carried out as one.</source>
            <translation>审查是谁持有什么的清单，由经理决定谁保留。最后所有收回作为一个整体执行。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats</source>
            <translation>
                <numerusform>%Ln 个席位</numerusform>
            </translation>
        </message>
        <message>
            <source>The decision could not be written down</source>
            <translation>无法记录决定</translation>
        </message>
        <message numerus="yes">
            <source>%Ln seats are kept.</source>
            <translation>
                <numerusform>%Ln 个席位予以保留。</numerusform>
            </translation>
        </message>
        <message>
            <source>The review could not be given up</source>
            <translation>无法放弃审查</translation>
        </message>
        <message>
            <source>The review is given up; nothing was revoked.</source>
            <translation>审查已放弃；没有收回任何席位。</translation>
        </message>
        <message>
            <source>Access reviews</source>
            <translation>访问审查</translation>
        </message>
        <message>
            <source>Search member or licence</source>
            <translation>搜索成员或许可证</translation>
        </message>
        <message>
            <source>History …</source>
            <translation>历史…</translation>
        </message>
        <message>
            <source>Administrators begin reviews, carry them out and give them up; you decide in them for the people of your departments.</source>
            <translation>由管理员开始、执行和放弃审查；您在其中为您部门的人员作决定。</translation>
        </message>
        <message>
            <source>New review</source>
            <translation>新建审查</translation>
        </message>
    </context>
    <context>
        <name>seatledger::RevokeDialog</name>
        <message>
            <source>Revoke</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>The assignments end today and their seats are free again. They stay in the book.</source>
            <translation>这些分配今天结束，席位重新空闲。它们会保留在账本中。</translation>
        </message>
        <message numerus="yes">
            <source>Revoke %Ln assignments</source>
            <translation>
                <numerusform>收回 %Ln 项分配</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments were revoked.</source>
            <translation>
                <numerusform>已收回 %Ln 项分配。</numerusform>
            </translation>
        </message>
        <message>
            <source>Ends today</source>
            <translation>今天结束</translation>
        </message>
    </context>
    <context>
        <name>seatledger::SearchAssist</name>
        <message>
            <source>How to search (%1)</source>
            <translation>如何搜索（%1）</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>建议</translation>
        </message>
    </context>
    <context>
        <name>seatledger::SearchField</name>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
    </context>
    <context>
        <name>seatledger::SearchHelp</name>
        <message>
            <source>How to search</source>
            <translation>如何搜索</translation>
        </message>
        <message>
            <source>Words are looked for everywhere. Fields look in one place. Everything must hold. Choose an example to add it to the search.</source>
            <translation>词语在所有位置查找，字段只在一处查找，所有条件都须满足。选用示例即可将其加入搜索。</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Signs</source>
            <translation>符号</translation>
        </message>
        <message>
            <source>exactly these words, one after the other</source>
            <translation>完全一致的词语，依次相连</translation>
        </message>
        <message>
            <source>without this word</source>
            <translation>不含此词</translation>
        </message>
        <message>
            <source>turned round: all others</source>
            <translation>取反：其余全部</translation>
        </message>
        <message>
            <source>one of several values</source>
            <translation>多个值之一</translation>
        </message>
        <message>
            <source>the whole of it; values with blanks stand in quotes</source>
            <translation>完整的文本；含空格的值写在引号中</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>seatledger::SeatBar</name>
        <message>
            <source>unlimited</source>
            <translation>不限</translation>
        </message>
        <message numerus="yes">
            <source>%Ln over</source>
            <translation>
                <numerusform>超出 %Ln 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln left</source>
            <translation>
                <numerusform>剩余 %Ln 个</numerusform>
            </translation>
        </message>
        <message>
            <source>none left</source>
            <translation>无剩余</translation>
        </message>
        <message numerus="yes">
            <source>%Ln reserved</source>
            <translation>
                <numerusform>%Ln 个已预留</numerusform>
            </translation>
        </message>
        <message>
            <source>Seats used: %1</source>
            <translation>已用席位：%1</translation>
        </message>
        <message numerus="yes">
            <source>%1, %Ln by overage</source>
            <translation>
                <numerusform>%1，其中 %Ln 个为超额</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::SecretDialog</name>
        <message>
            <source>The token “%1”</source>
            <translation>令牌“%1”</translation>
        </message>
        <message>
            <source>This is the only time that it is shown: the book keeps nothing it could be shown from. Put it where the program reads it that is to act as %1.</source>
            <translation>它只显示这一次：账本不保存任何可以再次显示它的内容。请将其放到以 %1 的身份行事的程序读取它的地方。</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Whoever has it acts as its owner. Do not send it by mail.</source>
            <translation>持有它的人以其所有者的身份行事。请勿通过邮件发送。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Copied. The clipboard is cleared in two minutes.</source>
            <translation>已复制。剪贴板将在两分钟后清除。</translation>
        </message>
        <message>
            <source>Close anyway</source>
            <translation>仍然关闭</translation>
        </message>
        <message>
            <source>It was not copied, and cannot be shown again. Revoke it if nobody has it.</source>
            <translation>它尚未复制，且无法再次显示。如果没有人得到它，请将其收回。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::SegmentedFilter</name>
        <message>
            <source>Other choices</source>
            <translation>其他选项</translation>
        </message>
    </context>
    <context>
        <name>seatledger::SelectionPanel</name>
        <message>
            <source>This could not be loaded</source>
            <translation>无法加载</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ServerForm</name>
        <message>
            <source>Keep the password in the keychain</source>
            <translation>将密码保存在钥匙串中</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>显示密码</translation>
        </message>
        <message>
            <source>Hide the password</source>
            <translation>隐藏密码</translation>
        </message>
        <message>
            <source>Encrypted, server verified (recommended)</source>
            <translation>加密并核实服务器（推荐）</translation>
        </message>
        <message>
            <source>Encrypted, authority verified</source>
            <translation>加密并核实颁发机构</translation>
        </message>
        <message>
            <source>Encrypted, not verified</source>
            <translation>加密但不核实</translation>
        </message>
        <message>
            <source>Encrypted if the server can</source>
            <translation>服务器支持时加密</translation>
        </message>
        <message>
            <source>Not encrypted</source>
            <translation>不加密</translation>
        </message>
        <message>
            <source>Those this computer trusts</source>
            <translation>此计算机信任的机构</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Encryption (TLS)</source>
            <translation>加密（TLS）</translation>
        </message>
        <message>
            <source>Certificate of the authority</source>
            <translation>颁发机构的证书</translation>
        </message>
        <message>
            <source> s</source>
            <translation> 秒</translation>
        </message>
        <message>
            <source>Wait for an answer</source>
            <translation>等待应答的时间</translation>
        </message>
        <message>
            <source>Name of this connection</source>
            <translation>此连接的名称</translation>
        </message>
        <message>
            <source>More settings</source>
            <translation>更多设置</translation>
        </message>
        <message>
            <source>Which server is it?</source>
            <translation>是哪台服务器？</translation>
        </message>
        <message>
            <source>A name such as db.example.org, or an address, without a port.</source>
            <translation>填写名称（如 db.example.org）或地址，不含端口。</translation>
        </message>
        <message>
            <source>Which database is it?</source>
            <translation>是哪个数据库？</translation>
        </message>
        <message>
            <source>As whom do you sign in?</source>
            <translation>以谁的身份登录？</translation>
        </message>
        <message>
            <source>There is no such file.</source>
            <translation>没有这个文件。</translation>
        </message>
        <message>
            <source>No certificate in PEM form is in there.</source>
            <translation>其中没有 PEM 格式的证书。</translation>
        </message>
        <message>
            <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
            <translation>证书 (*.crt *.pem *.cer);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Kept in the keychain</source>
            <translation>已保存在钥匙串中</translation>
        </message>
        <message>
            <source>This desktop has no keychain, so the password is asked for each time. It is kept nowhere.</source>
            <translation>此桌面没有钥匙串，因此每次都会询问密码，且不在任何地方保存。</translation>
        </message>
        <message>
            <source>The connection stays on this computer.</source>
            <translation>连接不离开这台计算机。</translation>
        </message>
        <message>
            <source>Any server with a certificate of this authority could pose as yours.</source>
            <translation>持有此机构所发证书的任何服务器都可冒充您的服务器。</translation>
        </message>
        <message>
            <source>Somebody in between could pose as the server.</source>
            <translation>中间人可以冒充服务器。</translation>
        </message>
        <message>
            <source>Passwords and data may be read on the way.</source>
            <translation>密码和数据可能在途中被读取。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::SettingsPage</name>
        <message>
            <source>Keyboard shortcuts …</source>
            <translation>键盘快捷键…</translation>
        </message>
        <message>
            <source>Like the desktop</source>
            <translation>跟随桌面</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>High contrast, light</source>
            <translation>高对比度浅色</translation>
        </message>
        <message>
            <source>High contrast, dark</source>
            <translation>高对比度深色</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>“Like the desktop” follows it by day and by night, and its wish for high contrast.</source>
            <translation>“跟随桌面”会随其明暗变化，并遵从其高对比度要求。</translation>
        </message>
        <message>
            <source>%L1 %</source>
            <translation>%L1%</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <source>Beside the desktop&apos;s own size. Everything else grows with it.</source>
            <translation>相对于桌面自身的大小，其他元素随之放大。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Numbers and dates are written as they are where you are.</source>
            <translation>数字和日期按您所在地区的习惯书写。</translation>
        </message>
        <message>
            <source>The page of last time</source>
            <translation>上次的页面</translation>
        </message>
        <message>
            <source>Begin with</source>
            <translation>启动页面</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Notices and e-mail …</source>
            <translation>通知和电子邮件…</translation>
        </message>
        <message>
            <source>What is told to whom, and how mail is sent; for the whole organisation</source>
            <translation>通知谁什么，以及如何发送邮件；适用于整个组织</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ShortcutSettings</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Choose a line, press the new keys and use them.</source>
            <translation>选择一行，按下新的按键，然后使用。</translation>
        </message>
        <message>
            <source>Search shortcuts</source>
            <translation>搜索快捷键</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>全部重置</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>New keys</source>
            <translation>新的按键</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>使用</translation>
        </message>
        <message>
            <source>No keys</source>
            <translation>不设按键</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>重置</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>What</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>%1 (changed)</source>
            <translation>%1（已更改）</translation>
        </message>
        <message>
            <source>“%1” (%2)</source>
            <translation>“%1”（%2）</translation>
        </message>
        <message>
            <source>These keys are taken by %1.</source>
            <translation>这些按键已用于%1。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ShortcutsDialog</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>No shortcut is called that.</source>
            <translation>没有匹配的快捷键。</translation>
        </message>
        <message>
            <source>Search shortcuts</source>
            <translation>搜索快捷键</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>seatledger::Sidebar</name>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
    </context>
    <context>
        <name>seatledger::SignInWindow</name>
        <message>
            <source>Welcome to Seatledger</source>
            <translation>欢迎使用 Seatledger</translation>
        </message>
        <message>
            <source>Switch connection</source>
            <translation>切换连接</translation>
        </message>
        <message>
            <source>Open this at the next start</source>
            <translation>下次启动时打开此项</translation>
        </message>
        <message>
            <source>Where is the book of your licences, or where is it to be?</source>
            <translation>您的许可证账本在哪里，或者要放在哪里？</translation>
        </message>
        <message>
            <source>Start here</source>
            <translation>在此开始</translation>
        </message>
        <message>
            <source>A private workspace on this computer, with nothing to set up. Recommended for one person.</source>
            <translation>这台计算机上的私有工作区，无需任何设置。推荐个人使用。</translation>
        </message>
        <message>
            <source>Connect to a server</source>
            <translation>连接到服务器</translation>
        </message>
        <message>
            <source>Your team&apos;s PostgreSQL database. An administrator has the address and your user name.</source>
            <translation>团队的 PostgreSQL 数据库。地址和用户名请向管理员索取。</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Test connection</source>
            <translation>测试连接</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Asking the keychain for the password …</source>
            <translation>正在向钥匙串索取密码…</translation>
        </message>
        <message>
            <source>The keychain does not answer. Unlock it, or type the password here.</source>
            <translation>钥匙串没有应答。请解锁，或在此输入密码。</translation>
        </message>
        <message>
            <source>Connecting to the server …</source>
            <translation>正在连接服务器…</translation>
        </message>
        <message>
            <source>Starting your workspace …</source>
            <translation>正在启动您的工作区…</translation>
        </message>
        <message>
            <source>Make a book in “%1”?</source>
            <translation>在“%1”中建立账本？</translation>
        </message>
        <message>
            <source>Update the book in “%1”?</source>
            <translation>更新“%1”中的账本？</translation>
        </message>
        <message>
            <source>The tables of a new, empty book are made in this database, and the server gets the roles that people who use it belong to.</source>
            <translation>将在此数据库中建立空账本的表，并在服务器上建立使用者所属的角色。</translation>
        </message>
        <message>
            <source>The book is brought to this program&apos;s version. Whoever uses an older program has to update it. Make sure that the server&apos;s last backup is recent.</source>
            <translation>账本将更新到本程序的版本。使用旧版程序的人也须更新。请确认服务器最近有备份。</translation>
        </message>
        <message>
            <source>Make the book</source>
            <translation>建立账本</translation>
        </message>
        <message>
            <source>Update the book</source>
            <translation>更新账本</translation>
        </message>
        <message>
            <source>Working on the database …</source>
            <translation>正在处理数据库…</translation>
        </message>
        <message>
            <source>Making a workspace with sample data …</source>
            <translation>正在建立带示例数据的工作区…</translation>
        </message>
        <message>
            <source>Make the book anew from the dump of %1?</source>
            <translation>用 %1 的转储重建账本？</translation>
        </message>
        <message>
            <source>What was entered after that is not in it. The old data, last written %1, is put aside and kept: with PostgreSQL %2 installed again it can still be read. Install that now instead, and nothing is lost.</source>
            <translation>此后录入的内容不在其中。最后写入于 %1 的旧数据会移到一旁并保留：重新安装 PostgreSQL %2 后仍可读取。如果现在改为安装该版本，就不会丢失任何内容。</translation>
        </message>
        <message>
            <source>Make it anew</source>
            <translation>重建</translation>
        </message>
        <message>
            <source>Making the book anew from its dump …</source>
            <translation>正在用转储重建账本…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::StartWindow</name>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>The book could not be opened.</source>
            <translation>无法打开账本。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::StatusStrip</name>
        <message>
            <source>Workspace: %1</source>
            <translation>工作区：%1</translation>
        </message>
        <message>
            <source>Signed in as %1</source>
            <translation>登录身份：%1</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>已连接</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>无连接</translation>
        </message>
        <message>
            <source>Connecting …</source>
            <translation>正在连接…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::StepChart</name>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
    </context>
    <context>
        <name>seatledger::SuspendDialog</name>
        <message>
            <source>Suspend</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Keep the seat for them</source>
            <translation>为其保留席位</translation>
        </message>
        <message>
            <source>Release the seat; resuming then needs a free one</source>
            <translation>释放席位；恢复时需要有空闲席位</translation>
        </message>
        <message>
            <source>Until resumed</source>
            <translation>直至恢复</translation>
        </message>
        <message>
            <source>Meanwhile</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Active again on</source>
            <translation>恢复日期</translation>
        </message>
        <message>
            <source>This must be a day to come.</source>
            <translation>必须是将来的日期。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments were suspended.</source>
            <translation>
                <numerusform>已暂停 %Ln 项分配。</numerusform>
            </translation>
        </message>
        <message>
            <source>Suspended, seat released</source>
            <translation>已暂停，席位已释放</translation>
        </message>
        <message>
            <source>Suspended, seat kept</source>
            <translation>已暂停，席位保留</translation>
        </message>
    </context>
    <context>
        <name>seatledger::TestStep</name>
        <message>
            <source>Rows that the book has already</source>
            <translation>账本中已有的行</translation>
        </message>
        <message>
            <source>Add departments, vendors and products that are missing</source>
            <translation>添加缺少的部门、厂商和产品</translation>
        </message>
        <message>
            <source>Leave out rows with problems and import the others</source>
            <translation>跳过有问题的行，导入其余各行</translation>
        </message>
        <message>
            <source>Save these rows …</source>
            <translation>保存这些行…</translation>
        </message>
        <message>
            <source>added</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>updated</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>未变</translation>
        </message>
        <message>
            <source>left as they are</source>
            <translation>保持原样</translation>
        </message>
        <message>
            <source>with problems</source>
            <translation>有问题</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>No problems</source>
            <translation>没有问题</translation>
        </message>
        <message>
            <source>Every row can be imported.</source>
            <translation>每一行都可以导入。</translation>
        </message>
        <message>
            <source>%1 problems; the first %2 are listed. Save the rows to see all, correct them and import them again.</source>
            <translation>共 %1 个问题，列出了前 %2 个。保存这些行可查看全部，改正后再次导入。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln problems. Save the rows, correct them and import them again.</source>
            <translation>
                <numerusform>共 %Ln 个问题。保存这些行，改正后再次导入。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln rows were written to %1.</source>
            <translation>
                <numerusform>已将 %Ln 行写入 %1。</numerusform>
            </translation>
        </message>
        <message>
            <source>Not tested yet</source>
            <translation>尚未测试</translation>
        </message>
        <message>
            <source>What the file would do is not known, and nothing was written.</source>
            <translation>尚不清楚该文件会带来什么更改；没有写入任何内容。</translation>
        </message>
        <message>
            <source>Test again</source>
            <translation>再次测试</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ToastBar</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>seatledger::TokenDialog</name>
        <message>
            <source>New token</source>
            <translation>新建令牌</translation>
        </message>
        <message>
            <source>A program that has the token acts as its owner, and may only do less, as its scopes say.</source>
            <translation>持有令牌的程序以其所有者的身份行事，并且只能按其范围做得更少。</translation>
        </message>
        <message>
            <source>Create token</source>
            <translation>创建令牌</translation>
        </message>
        <message>
            <source>Self-service portal</source>
            <translation>自助门户</translation>
        </message>
        <message>
            <source>What it is used for</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Lasts, in days</source>
            <translation>有效天数</translation>
        </message>
        <message>
            <source>Scopes</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>What it may be used for</source>
            <translation>可用于</translation>
        </message>
        <message>
            <source>Login or name</source>
            <translation>登录名或姓名</translation>
        </message>
        <message>
            <source>Acts as</source>
            <translation>所代表的操作员</translation>
        </message>
        <message>
            <source>Choose the operator that it acts as.</source>
            <translation>请选择它所代表的操作员。</translation>
        </message>
        <message>
            <source>Until %1; %2 days at most.</source>
            <translation>到 %1 为止；最多 %2 天。</translation>
        </message>
        <message>
            <source>Creating …</source>
            <translation>正在创建…</translation>
        </message>
    </context>
    <context>
        <name>seatledger::TokenPanel</name>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>What it may be used for</source>
            <translation>可用于</translation>
        </message>
        <message>
            <source>No token selected</source>
            <translation>未选择令牌</translation>
        </message>
        <message>
            <source>Select a token to see what it may be used for, and when it was.</source>
            <translation>选择一个令牌，查看它可用于什么以及何时使用过。</translation>
        </message>
        <message>
            <source>The token is not there any more.</source>
            <translation>该令牌已不存在。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Acts as</source>
            <translation>所代表的操作员</translation>
        </message>
        <message>
            <source>%1, who is disabled</source>
            <translation>%1（已停用）</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>创建于</translation>
        </message>
        <message>
            <source>Last used</source>
            <translation>上次使用</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation>收回于</translation>
        </message>
        <message numerus="yes">
            <source>%Ln tokens</source>
            <translation>
                <numerusform>%Ln 个令牌</numerusform>
            </translation>
        </message>
        <message>
            <source>selected</source>
            <translation>已选择</translation>
        </message>
    </context>
    <context>
        <name>seatledger::TokensPage</name>
        <message>
            <source>Self-service portal</source>
            <translation>自助门户</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>所有者</translation>
        </message>
        <message>
            <source>Everybody&apos;s</source>
            <translation>所有人的</translation>
        </message>
        <message>
            <source>My own</source>
            <translation>我自己的</translation>
        </message>
        <message>
            <source>Revoke …</source>
            <translation>收回…</translation>
        </message>
        <message>
            <source>Select one token that was not revoked.</source>
            <translation>请选择一个未收回的令牌。</translation>
        </message>
        <message>
            <source>History …</source>
            <translation>历史…</translation>
        </message>
        <message>
            <source>Select one token.</source>
            <translation>请选择一个令牌。</translation>
        </message>
        <message>
            <source>No valid tokens</source>
            <translation>没有有效的令牌</translation>
        </message>
        <message>
            <source>A program that is to come through the REST server needs a token: it acts as you, and may only do what you allow it.</source>
            <translation>要通过 REST 服务器访问的程序需要令牌：它以您的身份行事，并且只能做您允许的事。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln tokens</source>
            <translation>
                <numerusform>%Ln 个令牌</numerusform>
            </translation>
        </message>
        <message>
            <source>The token “%1” was created.</source>
            <translation>已创建令牌“%1”。</translation>
        </message>
        <message>
            <source>Revoke the token “%1”?</source>
            <translation>收回令牌“%1”？</translation>
        </message>
        <message>
            <source>Whatever uses it to act as %1 is refused from now on. That cannot be taken back: who needs a token again gets a new one.</source>
            <translation>从现在起，凡使用它以 %1 的身份行事的都会被拒绝。这无法撤销：再需要令牌的人将得到新的。</translation>
        </message>
        <message>
            <source>Revoke the token</source>
            <translation>收回令牌</translation>
        </message>
        <message>
            <source>The token could not be revoked</source>
            <translation>无法收回令牌</translation>
        </message>
        <message>
            <source>The token “%1” is not valid any more.</source>
            <translation>令牌“%1”不再有效。</translation>
        </message>
        <message>
            <source>Tokens</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>Search name or owner</source>
            <translation>搜索名称或所有者</translation>
        </message>
        <message>
            <source>New token</source>
            <translation>新建令牌</translation>
        </message>
    </context>
    <context>
        <name>seatledger::Tour</name>
        <message>
            <source>The page %1 did not settle.</source>
            <translation>页面 %1 未能稳定。</translation>
        </message>
        <message>
            <source>%1 could not be written.</source>
            <translation>无法写入 %1。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::TransferDialog</name>
        <message>
            <source>Transfer</source>
            <translation>转让</translation>
        </message>
        <message>
            <source>The seats go to somebody else for the rest of their days, without being free in between.</source>
            <translation>席位在剩余日期内转给他人，期间不会空闲。</translation>
        </message>
        <message>
            <source>Name, number or e-mail</source>
            <translation>姓名、编号或电子邮件</translation>
        </message>
        <message>
            <source>To</source>
            <translation>转给</translation>
        </message>
        <message>
            <source>Pick a member from the list.</source>
            <translation>请从列表中选择成员。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln assignments went to %1.</source>
            <translation>
                <numerusform>%Ln 项分配已转给 %1。</numerusform>
            </translation>
        </message>
        <message>
            <source>Goes to %1</source>
            <translation>转给 %1</translation>
        </message>
    </context>
    <context>
        <name>seatledger::UndoDialog</name>
        <message>
            <source>Undo this operation?</source>
            <translation>撤销此操作？</translation>
        </message>
        <message>
            <source>What it changes</source>
            <translation>将更改的内容</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>All %1 rows go back to what they were. If something stands in the way, nothing is changed and you are told what it is.</source>
            <translation>全部 %1 行将恢复原状。如有阻碍，则不作任何更改，并告知原因。</translation>
        </message>
        <message>
            <source>Finding out what that changes …</source>
            <translation>正在确定将更改的内容…</translation>
        </message>
        <message>
            <source>That changes nothing.</source>
            <translation>不会更改任何内容。</translation>
        </message>
        <message>
            <source>As one, all or nothing:</source>
            <translation>作为一个整体，要么全部，要么都不：</translation>
        </message>
        <message>
            <source>Taking it back …</source>
            <translation>正在撤销…</translation>
        </message>
        <message>
            <source>Taken back: %1</source>
            <translation>已撤销：%1</translation>
        </message>
        <message>
            <source>It cannot be taken back:</source>
            <translation>无法撤销：</translation>
        </message>
        <message>
            <source>Do this again?</source>
            <translation>重做此操作？</translation>
        </message>
        <message>
            <source>Do again</source>
            <translation>重做</translation>
        </message>
    </context>
    <context>
        <name>seatledger::UndoHistory</name>
        <message>
            <source>There is nothing of yours to undo.</source>
            <translation>没有您可撤销的操作。</translation>
        </message>
        <message>
            <source>There is nothing of yours to do again.</source>
            <translation>没有您可重做的操作。</translation>
        </message>
        <message>
            <source>What you did could not be looked up</source>
            <translation>无法查询您所做的操作</translation>
        </message>
    </context>
    <context>
        <name>seatledger::VerifyDialog</name>
        <message>
            <source>Anchors (*.json)</source>
            <translation>锚点 (*.json)</translation>
        </message>
        <message>
            <source>Verify the audit</source>
            <translation>验证审计</translation>
        </message>
        <message>
            <source>Every change is a link of a chain, each sealed with the one before. Verifying recomputes all of it and names the first link that cannot be believed.</source>
            <translation>每项更改都是链上的一环，并与前一环封印在一起。验证会重新计算整条链，并指出第一个不可信的环。</translation>
        </message>
        <message>
            <source>Write anchor …</source>
            <translation>写入锚点…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>验证</translation>
        </message>
        <message>
            <source>None: the chain alone</source>
            <translation>无：仅验证链本身</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Compare with an anchor</source>
            <translation>与锚点比较</translation>
        </message>
        <message>
            <source>Shows also whether the end was cut off or all of it written anew.</source>
            <translation>还可发现末尾是否被截断，或整条链是否被重写。</translation>
        </message>
        <message>
            <source>Anchor</source>
            <translation>锚点</translation>
        </message>
        <message>
            <source>Verifying …</source>
            <translation>正在验证…</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>环数</translation>
        </message>
        <message>
            <source>Changed rows</source>
            <translation>更改的行</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>链头</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Verify again</source>
            <translation>再次验证</translation>
        </message>
        <message>
            <source>%1 links with %2 changed rows are intact, and they lead through the anchor.</source>
            <translation>%1 个环、%2 行更改完好无损，并且经过该锚点。</translation>
        </message>
        <message>
            <source>%1 links with %2 changed rows are intact.</source>
            <translation>%1 个环、%2 行更改完好无损。</translation>
        </message>
        <message>
            <source>Damaged at link %1: %2</source>
            <translation>第 %1 环已损坏：%2</translation>
        </message>
        <message>
            <source>The key of this account</source>
            <translation>此账户的密钥</translation>
        </message>
        <message>
            <source>At link %1, of %2</source>
            <translation>位于第 %1 环，时间 %2</translation>
        </message>
        <message>
            <source>Signed with</source>
            <translation>签名密钥</translation>
        </message>
        <message>
            <source>Write anchor</source>
            <translation>写入锚点</translation>
        </message>
        <message>
            <source>Signing …</source>
            <translation>正在签名…</translation>
        </message>
        <message>
            <source>Anchored at link %1. Keep the file where nobody can alter it together with the book.</source>
            <translation>已在第 %1 环写入锚点。请将文件保存在无人能将其与账本一并篡改的地方。</translation>
        </message>
        <message>
            <source>Show the operation</source>
            <translation>查看该操作</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ViewNameDialog</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>A view needs a name.</source>
            <translation>视图需要名称。</translation>
        </message>
        <message>
            <source>Another view has this name.</source>
            <translation>已有同名视图。</translation>
        </message>
        <message>
            <source>Replaces the view of this name.</source>
            <translation>将替换同名视图。</translation>
        </message>
        <message>
            <source>Share with everybody who uses the book</source>
            <translation>与使用该账本的所有人共享</translation>
        </message>
    </context>
    <context>
        <name>seatledger::ViewsButton</name>
        <message>
            <source>Saved views</source>
            <translation>已存视图</translation>
        </message>
        <message>
            <source>No views yet</source>
            <translation>还没有视图</translation>
        </message>
        <message>
            <source>Save this view …</source>
            <translation>保存此视图…</translation>
        </message>
        <message>
            <source>Copy as text</source>
            <translation>复制为文本</translation>
        </message>
        <message>
            <source>Open the view on the clipboard</source>
            <translation>打开剪贴板上的视图</translation>
        </message>
        <message>
            <source>My views</source>
            <translation>我的视图</translation>
        </message>
        <message>
            <source>Shared by others</source>
            <translation>他人共享</translation>
        </message>
        <message>
            <source>shared</source>
            <translation>已共享</translation>
        </message>
        <message>
            <source>Manage views</source>
            <translation>管理视图</translation>
        </message>
        <message>
            <source>Rename …</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Share no longer</source>
            <translation>不再共享</translation>
        </message>
        <message>
            <source>Share with everybody</source>
            <translation>与所有人共享</translation>
        </message>
        <message>
            <source>Remove …</source>
            <translation>移除…</translation>
        </message>
        <message>
            <source>Save view</source>
            <translation>保存视图</translation>
        </message>
        <message>
            <source>Search, filters, columns and order of this list.</source>
            <translation>此列表的搜索、筛选、列和排序。</translation>
        </message>
        <message>
            <source>The view could not be saved</source>
            <translation>无法保存视图</translation>
        </message>
        <message>
            <source>The view “%1” was saved.</source>
            <translation>视图“%1”已保存。</translation>
        </message>
        <message>
            <source>Rename view</source>
            <translation>重命名视图</translation>
        </message>
        <message>
            <source>The view could not be renamed</source>
            <translation>无法重命名视图</translation>
        </message>
        <message>
            <source>The view is called “%1” now.</source>
            <translation>视图现名为“%1”。</translation>
        </message>
        <message>
            <source>The view could not be shared</source>
            <translation>无法共享视图</translation>
        </message>
        <message>
            <source>Everybody sees the view “%1” now.</source>
            <translation>现在所有人都能看到视图“%1”。</translation>
        </message>
        <message>
            <source>Only you see the view “%1” now.</source>
            <translation>现在只有您能看到视图“%1”。</translation>
        </message>
        <message>
            <source>Remove the view “%1”?</source>
            <translation>移除视图“%1”？</translation>
        </message>
        <message>
            <source>Nobody will see it any more. Nothing in the book goes.</source>
            <translation>之后将无人能看到它。账本中的内容不受影响。</translation>
        </message>
        <message>
            <source>Only the view goes, nothing in the book.</source>
            <translation>只移除视图，账本中的内容不受影响。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>The view could not be removed</source>
            <translation>无法移除视图</translation>
        </message>
        <message>
            <source>The view “%1” was removed.</source>
            <translation>视图“%1”已移除。</translation>
        </message>
        <message>
            <source>The view is on the clipboard. Who opens it sees what they may see.</source>
            <translation>视图已复制到剪贴板。打开者只能看到其有权查看的内容。</translation>
        </message>
        <message>
            <source>There is no view on the clipboard.</source>
            <translation>剪贴板上没有视图。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::WaitingPage</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Ask for seats</source>
            <translation>申请席位</translation>
        </message>
        <message>
            <source>Show licence</source>
            <translation>显示许可证</translation>
        </message>
        <message>
            <source>Take off the list …</source>
            <translation>移出名单…</translation>
        </message>
        <message>
            <source>Nobody waits for a seat</source>
            <translation>无人等待席位</translation>
        </message>
        <message>
            <source>Who gets no seat when you assign can be put on the list. As soon as a seat comes free, whoever asked first gets it.</source>
            <translation>分配时未获得席位的人可列入名单。一有席位空闲，最先提出的人即可获得。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln entries</source>
            <translation>
                <numerusform>%Ln 个条目</numerusform>
            </translation>
        </message>
        <message>
            <source>Waiting list</source>
            <translation>候补名单</translation>
        </message>
        <message>
            <source>Search member or licence</source>
            <translation>搜索成员或许可证</translation>
        </message>
    </context>
    <context>
        <name>seatledger::WaitingPanel</name>
        <message>
            <source>All who wait for this licence</source>
            <translation>等待此许可证的所有人</translation>
        </message>
        <message>
            <source>Nobody waits.</source>
            <translation>无人等待。</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>All who wait for it</source>
            <translation>等待它的所有人</translation>
        </message>
        <message>
            <source>Nothing selected</source>
            <translation>未选择任何内容</translation>
        </message>
        <message>
            <source>Select somebody to see what they wait for, and who waits with them.</source>
            <translation>请选择一人，查看其等待什么以及还有谁在等待。</translation>
        </message>
        <message>
            <source>This entry is not there any more.</source>
            <translation>此条目已不存在。</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>次序</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>席位</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Seats in use</source>
            <translation>占用的席位</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>提出时间</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message numerus="yes">
            <source>%Ln people</source>
            <translation>
                <numerusform>%Ln 人</numerusform>
            </translation>
        </message>
        <message>
            <source>selected</source>
            <translation>已选择</translation>
        </message>
    </context>
    <context>
        <name>seatledger::WhyDialog</name>
        <message>
            <source>Why no notice?</source>
            <translation>为什么没有通知？</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>seatledger::WithdrawDialog</name>
        <message>
            <source>Take off the waiting list</source>
            <translation>移出候补名单</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translation>移出名单</translation>
        </message>
        <message numerus="yes">
            <source>%Ln people wait no longer. One undo puts them back in their places.</source>
            <translation>
                <numerusform>%Ln 人不再等待。一次撤销可使他们回到原来的次序。</numerusform>
            </translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Taking them off the list …</source>
            <translation>正在移出名单…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln people were taken off the waiting list.</source>
            <translation>
                <numerusform>已将 %Ln 人移出候补名单。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>seatledger::WorkspaceForm</name>
        <message>
            <source>Name or folder</source>
            <translation>名称或文件夹</translation>
        </message>
        <message>
            <source>Give the workspace a name.</source>
            <translation>请给工作区取个名称。</translation>
        </message>
        <message>
            <source>Opens the book in %1.</source>
            <translation>打开 %1 中的账本。</translation>
        </message>
        <message>
            <source>Makes a new book in %1.</source>
            <translation>在 %1 中建立新账本。</translation>
        </message>
        <message>
            <source>Only looking around?</source>
            <translation>只想先看看？</translation>
        </message>
        <message>
            <source>A workspace of its own, “%1”, with invented people, licences and seats, takes a few seconds. Nothing of it comes into your book.</source>
            <translation>建立一个单独的工作区“%1”，其中有虚构的人员、许可证和席位，只需几秒钟。不会有任何内容进入您的账本。</translation>
        </message>
        <message>
            <source>Try with sample data</source>
            <translation>用示例数据试用</translation>
        </message>
    </context>
    <context>
        <name>seatledger::desktop</name>
        <message>
            <source>--%1 does not know “%2”.</source>
            <translation>--%1 不认识“%2”。</translation>
        </message>
        <message>
            <source>Opens the private workspace of this name or in this folder.</source>
            <translation>打开此名称或此文件夹中的私有工作区。</translation>
        </message>
        <message>
            <source>Opens a database on a server, by an address as psql takes it.</source>
            <translation>按 psql 接受的地址打开服务器上的数据库。</translation>
        </message>
        <message>
            <source>Takes a picture of every page and dialog into this folder and exits.</source>
            <translation>将每个页面和对话框的图片保存到此文件夹后退出。</translation>
        </message>
        <message>
            <source>Languages of the pictures.</source>
            <translation>图片的语言。</translation>
        </message>
        <message>
            <source>Schemes of the pictures.</source>
            <translation>图片的配色。</translation>
        </message>
        <message>
            <source>Pixels of the pictures for each pixel of the window.</source>
            <translation>窗口每个像素对应的图片像素数。</translation>
        </message>
        <message>
            <source>The book of an organisation&apos;s software licences.</source>
            <translation>组织的软件许可证账本。</translation>
        </message>
        <message>
            <source>--workspace and --database exclude each other.</source>
            <translation>--workspace 与 --database 不能同时使用。</translation>
        </message>
        <message>
            <source>“%1” is not an option.</source>
            <translation>“%1” 不是选项。</translation>
        </message>
        <message>
            <source>Size of the text in the pictures, in percent.</source>
            <translation>图片中文字的大小（百分比）。</translation>
        </message>
    </context>
    <context>
        <name>seatledger::desktop::Desktop</name>
        <message>
            <source>Starting your workspace …</source>
            <translation>正在启动您的工作区…</translation>
        </message>
        <message>
            <source>Connecting to the server …</source>
            <translation>正在连接服务器…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) in %1</source>
            <translation>
                <numerusform>%1 中有 %Ln 张图片</numerusform>
            </translation>
        </message>
        <message>
            <source>Opening %1 …</source>
            <translation>正在打开 %1…</translation>
        </message>
        <message>
            <source>The keychain did not take the password. It will be asked for next time.</source>
            <translation>钥匙串未收下密码，下次会再询问。</translation>
        </message>
        <message>
            <source>What you had typed in “%1” when the program ended is still there.</source>
            <translation>程序结束时您在“%1”中键入的内容仍然保留着。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
    </context>
    <context>
        <name>seatledger::desktop::RunningBook</name>
        <message>
            <source>May do everything, as administrators do.</source>
            <translation>可以执行任何操作，与管理员相同。</translation>
        </message>
        <message>
            <source>Owner of the book</source>
            <translation>账本所有者</translation>
        </message>
    </context>
    <context>
        <name>seatledger::detail</name>
        <message>
            <source>Nobody here knows a server named “%1”. Check the spelling, and the network.</source>
            <translation>找不到名为“%1”的服务器。请检查拼写和网络。</translation>
        </message>
        <message>
            <source>No PostgreSQL server answers in the folder %1.</source>
            <translation>文件夹 %1 中没有 PostgreSQL 服务器应答。</translation>
        </message>
        <message>
            <source>No server answers at %1. Is PostgreSQL running there, and is the port right?</source>
            <translation>%1 没有服务器应答。PostgreSQL 是否在运行，端口是否正确？</translation>
        </message>
        <message>
            <source>%1 did not answer within %2 seconds. Check the address; a firewall may be in between.</source>
            <translation>%1 在 %2 秒内没有应答。请检查地址；中间可能有防火墙。</translation>
        </message>
        <message>
            <source>Something answers at %1, but it is not PostgreSQL. Check the port.</source>
            <translation>%1 有应答，但不是 PostgreSQL。请检查端口。</translation>
        </message>
        <message>
            <source>The server is starting or stopping. Try again in a moment.</source>
            <translation>服务器正在启动或停止。请稍后再试。</translation>
        </message>
        <message>
            <source>The server takes no more connections at the moment. Try again later, or ask its administrator to allow more.</source>
            <translation>服务器目前不再接受连接。请稍后再试，或请管理员放宽限制。</translation>
        </message>
        <message>
            <source>The server %1 cannot be reached: %2</source>
            <translation>无法连接服务器 %1：%2</translation>
        </message>
        <message>
            <source>The certificate of %1 is not of an authority that this computer trusts, or it has expired. If your organisation has an authority of its own, name the file with its certificate; your administrator has it.</source>
            <translation>%1 的证书不是由此计算机信任的机构颁发，或已过期。若贵单位有自己的颁发机构，请指定其证书文件，可向管理员索取。</translation>
        </message>
        <message>
            <source>The certificate of %1 is not of an authority in %2, or it has expired. Ask your administrator for the right file.</source>
            <translation>%1 的证书不是由 %2 中的机构颁发，或已过期。请向管理员索取正确的文件。</translation>
        </message>
        <message>
            <source>The server %1 does not encrypt, so passwords and data could be read on the way. Ask its administrator to switch TLS on.</source>
            <translation>服务器 %1 不加密，密码和数据可能在途中被读取。请管理员启用 TLS。</translation>
        </message>
        <message>
            <source>The server&apos;s certificate is for “%1”, not for “%2”. Use the name in the certificate. If that is not your server&apos;s name, ask your administrator: somebody may be in between.</source>
            <translation>服务器证书属于“%1”，而不是“%2”。请使用证书中的名称。若那不是您的服务器名称，请询问管理员：可能有人在中间冒充。</translation>
        </message>
        <message>
            <source>There is no file with the certificates of authorities at %1.</source>
            <translation>%1 处没有颁发机构的证书文件。</translation>
        </message>
        <message>
            <source>%1 holds no certificates that can be read: they have to be in PEM form.</source>
            <translation>%1 中没有可读取的证书：须为 PEM 格式。</translation>
        </message>
        <message>
            <source>No encrypted connection to %1 could be made: %2</source>
            <translation>无法与 %1 建立加密连接：%2</translation>
        </message>
        <message>
            <source>The server asks for the password of “%1”.</source>
            <translation>服务器要求“%1”的密码。</translation>
        </message>
        <message>
            <source>The server does not accept this password for “%1”. It may be mistyped or have expired, or there is no such user: PostgreSQL does not tell which.</source>
            <translation>服务器不接受“%1”的此密码。可能输错、已过期，或没有该用户：PostgreSQL 不说明是哪一种。</translation>
        </message>
        <message>
            <source>The server does not let “%1” in: the role may not log in, or the server&apos;s rules leave out this computer or database. An administrator can change that.</source>
            <translation>服务器不允许“%1”登录：该角色不得登录，或服务器规则不含此计算机或数据库。管理员可以更改。</translation>
        </message>
        <message>
            <source>The server does not let “%1” in: the role may not log in, or the server&apos;s rules leave out this computer, this database, or connections without TLS. An administrator can change that.</source>
            <translation>服务器不允许“%1”登录：该角色不得登录，或服务器规则不含此计算机、此数据库或未用 TLS 的连接。管理员可以更改。</translation>
        </message>
        <message>
            <source>There is no database “%1” on this server.</source>
            <translation>此服务器上没有数据库“%1”。</translation>
        </message>
        <message>
            <source>“%1” may not use the database “%2”.</source>
            <translation>“%1”不得使用数据库“%2”。</translation>
        </message>
        <message>
            <source>The connection was not understood: %1</source>
            <translation>无法理解该连接：%1</translation>
        </message>
    </context>
    <context>
        <name>services</name>
        <message>
            <source>Add member %1</source>
            <translation>添加成员 %1</translation>
        </message>
        <message>
            <source>Edit member %1</source>
            <translation>编辑成员 %1</translation>
        </message>
        <message>
            <source>Add licence %1</source>
            <translation>添加许可证 %1</translation>
        </message>
        <message>
            <source>Edit licence %1</source>
            <translation>编辑许可证 %1</translation>
        </message>
        <message>
            <source>Add an entitlement</source>
            <translation>添加授权</translation>
        </message>
        <message>
            <source>Edit an entitlement</source>
            <translation>编辑授权</translation>
        </message>
        <message>
            <source>Cancel an entitlement</source>
            <translation>取消授权</translation>
        </message>
        <message>
            <source>Add department %1</source>
            <translation>添加部门 %1</translation>
        </message>
        <message numerus="yes">
            <source>Revoke %n assignment(s)</source>
            <translation>
                <numerusform>收回 %n 项分配</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Suspend %n assignment(s)</source>
            <translation>
                <numerusform>暂停 %n 项分配</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Resume %n assignment(s)</source>
            <translation>
                <numerusform>恢复 %n 项分配</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Transfer %n assignment(s)</source>
            <translation>
                <numerusform>转让 %n 项分配</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Change the days of %n assignment(s)</source>
            <translation>
                <numerusform>更改 %n 项分配的日期</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Change the seats of %n assignment(s)</source>
            <translation>
                <numerusform>更改 %n 项分配的席位数</numerusform>
            </translation>
        </message>
        <message>
            <source>Transferred</source>
            <translation>已转让</translation>
        </message>
        <message>
            <source>Renew %1</source>
            <translation>续订 %1</translation>
        </message>
        <message>
            <source>The member departed</source>
            <translation>该成员已离职</translation>
        </message>
        <message>
            <source>%1 departs</source>
            <translation>%1 离职</translation>
        </message>
        <message>
            <source>%1 is disabled and may do nothing.</source>
            <translation>%1 已停用，不能执行任何操作。</translation>
        </message>
        <message>
            <source>You are signed in as %1. Only the owner of the book acts as somebody else.</source>
            <translation>您以 %1 登录。只有账本的所有者可以代他人行事。</translation>
        </message>
        <message>
            <source>There is no operator %1.</source>
            <translation>没有操作员 %1。</translation>
        </message>
        <message>
            <source>There is no such assignment.</source>
            <translation>没有这个分配。</translation>
        </message>
        <message>
            <source>There is no such member.</source>
            <translation>没有这个成员。</translation>
        </message>
        <message>
            <source>The anchor was altered: its signature does not fit.</source>
            <translation>锚点被篡改：签名不符。</translation>
        </message>
        <message>
            <source>Edit department %1</source>
            <translation>编辑部门 %1</translation>
        </message>
        <message>
            <source>%1 cannot be placed below itself.</source>
            <translation>%1 不能放在自身之下。</translation>
        </message>
        <message>
            <source>%1 cannot be placed below %2, because %2 is below it. Move %2 first.</source>
            <translation>%1 不能放在 %2 之下，因为 %2 在它之下。请先移动 %2。</translation>
        </message>
        <message>
            <source>Entitlement %1 is of another licence.</source>
            <translation>授权 %1 属于另一个许可证。</translation>
        </message>
        <message>
            <source>Read key %1 of %2</source>
            <translation>读取 %2 的密钥 %1</translation>
        </message>
        <message>
            <source>This cannot be undone: something newer refers to what it added.</source>
            <translation>无法撤销：有更新的内容引用了它所添加的内容。</translation>
        </message>
        <message>
            <source>Another operator has this login.</source>
            <translation>另一位操作员已使用此登录名。</translation>
        </message>
        <message>
            <source>Add operator %1 (%2)</source>
            <translation>添加操作员 %1（%2）</translation>
        </message>
        <message>
            <source>Edit operator %1 (%2)</source>
            <translation>编辑操作员 %1（%2）</translation>
        </message>
        <message>
            <source>Disable operator %1 (%2)</source>
            <translation>停用操作员 %1（%2）</translation>
        </message>
        <message>
            <source>Enable operator %1 (%2)</source>
            <translation>启用操作员 %1（%2）</translation>
        </message>
        <message>
            <source>Set the password of %1 (%2)</source>
            <translation>设置 %1（%2）的密码</translation>
        </message>
        <message>
            <source>Another member has this number.</source>
            <translation>另一个成员已使用此编号。</translation>
        </message>
        <message>
            <source>Another member has this e-mail address.</source>
            <translation>另一位成员已使用此电子邮件地址。</translation>
        </message>
        <message>
            <source>Another licence has this name.</source>
            <translation>另一个许可证已使用此名称。</translation>
        </message>
        <message>
            <source>There already is a department with this name in the same place.</source>
            <translation>同一位置已有同名部门。</translation>
        </message>
        <message>
            <source>This entitlement has been renewed before.</source>
            <translation>此授权之前已续订。</translation>
        </message>
        <message>
            <source>The licence has one of these keys already.</source>
            <translation>该许可证已有其中一把密钥。</translation>
        </message>
        <message>
            <source>This member already holds the licence at that time.</source>
            <translation>该成员在此期间已持有此许可证。</translation>
        </message>
        <message>
            <source>A member who has departed cannot hold a seat.</source>
            <translation>已离职的成员不能持有席位。</translation>
        </message>
        <message>
            <source>This is not permitted to your login.</source>
            <translation>您的登录名不允许此操作。</translation>
        </message>
        <message>
            <source>This moment has passed already.</source>
            <translation>此时间已过。</translation>
        </message>
        <message>
            <source>Report in %1</source>
            <translation>报表使用 %1</translation>
        </message>
        <message>
            <source>Report in each currency</source>
            <translation>报表按各币种分列</translation>
        </message>
        <message>
            <source>Say first in which currency reports are to be.</source>
            <translation>请先指定报表使用的币种。</translation>
        </message>
        <message>
            <source>Reports are in %1: it needs no rate.</source>
            <translation>报表使用 %1，它不需要汇率。</translation>
        </message>
        <message>
            <source>Set the rate of %1</source>
            <translation>设置 %1 的汇率</translation>
        </message>
        <message>
            <source>A rate counts from a day between 1970 and 2199 on.</source>
            <translation>汇率的生效日期须在 1970 年至 2199 年之间。</translation>
        </message>
        <message>
            <source>Remove rates of %1</source>
            <translation>移除 %1 的汇率</translation>
        </message>
        <message>
            <source>There is no such rate of %1.</source>
            <translation>没有这样的 %1 汇率。</translation>
        </message>
        <message>
            <source>%1 leaves on %2</source>
            <translation>%1 于 %2 离职</translation>
        </message>
        <message numerus="yes">
            <source>%n member(s) leave(s) on %1</source>
            <translation>
                <numerusform>%n 名成员于 %1 离职</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s) depart(s)</source>
            <translation>
                <numerusform>%n 名成员离职</numerusform>
            </translation>
        </message>
        <message>
            <source>Say who leaves.</source>
            <translation>请说明谁离职。</translation>
        </message>
        <message>
            <source>%1 has departed before.</source>
            <translation>%1 此前已离职。</translation>
        </message>
        <message>
            <source>The successor is one of those who leave.</source>
            <translation>继任者是离职者之一。</translation>
        </message>
        <message>
            <source>Say who gets the seats that are handed over.</source>
            <translation>请说明由谁接收转交的席位。</translation>
        </message>
        <message numerus="yes">
            <source>%n member(s) wait(s) for %1</source>
            <translation>
                <numerusform>%n 名成员等待 %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Assign %1 to %n member(s)</source>
            <translation>
                <numerusform>将 %1 分配给 %n 名成员</numerusform>
            </translation>
        </message>
        <message>
            <source>The server wants a password, and there is none.</source>
            <translation>服务器要求密码，但没有密码。</translation>
        </message>
        <message>
            <source>Change what is told and how mail is sent</source>
            <translation>更改通知什么以及如何发送邮件</translation>
        </message>
        <message>
            <source>There is no such licence, or it is not yours to ask this about.</source>
            <translation>没有这个许可证，或您无权就它询问。</translation>
        </message>
        <message>
            <source>This cannot be undone: the waiting list has moved on, somebody on it was served or withdrawn since.</source>
            <translation>无法撤销：候补名单已有变化，其中有人此后已得到席位或已移出。</translation>
        </message>
        <message>
            <source>Say which entitlements are renewed.</source>
            <translation>请说明续订哪些授权。</translation>
        </message>
        <message>
            <source>A review is begun and carried out by who decides for everybody; you decide about your own people.</source>
            <translation>审查由可为所有人决定的人开始和执行；您为自己负责的人员作决定。</translation>
        </message>
        <message>
            <source>Access review “%1”</source>
            <translation>访问审查“%1”</translation>
        </message>
        <message>
            <source>Nobody holds a seat there: nothing to review.</source>
            <translation>那里无人持有席位：没有可审查的内容。</translation>
        </message>
        <message numerus="yes">
            <source>Decide to revoke %n seat(s)</source>
            <translation>
                <numerusform>决定收回 %n 个席位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Decide to keep %n seat(s)</source>
            <translation>
                <numerusform>决定保留 %n 个席位</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Decide anew about %n seat(s)</source>
            <translation>
                <numerusform>重新决定 %n 个席位</numerusform>
            </translation>
        </message>
        <message>
            <source>Carry out access review “%1”</source>
            <translation>执行访问审查“%1”</translation>
        </message>
        <message>
            <source>Give up access review “%1”</source>
            <translation>放弃访问审查“%1”</translation>
        </message>
        <message>
            <source>There is no such entry of the waiting list.</source>
            <translation>没有此候补条目。</translation>
        </message>
        <message numerus="yes">
            <source>Edit %n member(s)</source>
            <translation>
                <numerusform>编辑 %n 名成员</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Edit %n licence(s)</source>
            <translation>
                <numerusform>编辑 %n 个许可证</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Edit %n assignment(s)</source>
            <translation>
                <numerusform>编辑 %n 项分配</numerusform>
            </translation>
        </message>
        <message>
            <source>Edit an assignment of %1</source>
            <translation>编辑 %1 的一项分配</translation>
        </message>
        <message>
            <source>Choose what is to be changed.</source>
            <translation>请选择要更改的内容。</translation>
        </message>
        <message>
            <source>Several rows cannot have the same name, number or address.</source>
            <translation>多行不能有相同的名称、编号或地址。</translation>
        </message>
        <message>
            <source>Some of the rows are not there any more.</source>
            <translation>其中一些行已不存在。</translation>
        </message>
        <message>
            <source>Feature %1: %2</source>
            <translation>功能 %1：%2</translation>
        </message>
        <message>
            <source>A licence file lasts from 1 to %1 days.</source>
            <translation>许可证文件的有效期为 1 至 %1 天。</translation>
        </message>
        <message>
            <source>Licence file for %1 on %2</source>
            <translation>%2 上 %1 的许可证文件</translation>
        </message>
        <message>
            <source>The owner of the book is no operator and has no tokens: say for which operator it is to be.</source>
            <translation>账本的所有者不是操作员，没有令牌：请说明给哪位操作员。</translation>
        </message>
        <message>
            <source>Create token %1 of %2</source>
            <translation>创建 %2 的令牌 %1</translation>
        </message>
        <message>
            <source>Revoke token %1 of %2</source>
            <translation>收回 %2 的令牌 %1</translation>
        </message>
        <message>
            <source>Activate %1 on %2</source>
            <translation>在 %2 上激活 %1</translation>
        </message>
        <message>
            <source>Release %1 on %2</source>
            <translation>在 %2 上释放 %1</translation>
        </message>
        <message>
            <source>Released by its user</source>
            <translation>由其使用者释放</translation>
        </message>
        <message>
            <source>Rename device %1 to %2</source>
            <translation>将设备 %1 重命名为 %2</translation>
        </message>
        <message>
            <source>Take device %1 out of use</source>
            <translation>停用设备 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) were changed by somebody else meanwhile. Nothing was changed; look at the preview again.</source>
            <translation>
                <numerusform>其间有 %n 行被他人更改。未作任何更改，请重新查看预览。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the assignments do(es) not exist.</source>
            <translation>
                <numerusform>有 %n 项分配不存在。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Add %n key(s) to %1</source>
            <translation>
                <numerusform>为 %1 添加 %n 个密钥</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Renew %n entitlement(s)</source>
            <translation>
                <numerusform>续订 %n 项授权</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take %n off the waiting list</source>
            <translation>
                <numerusform>将 %n 人移出候补名单</numerusform>
            </translation>
        </message>
        <message>
            <source>To undo this, add seats or take some back from others first.</source>
            <translation>要撤销此操作，请先增加席位，或从其他人处收回席位。</translation>
        </message>
        <message>
            <source>To undo this, take seats back from their holders first.</source>
            <translation>要撤销此操作，请先从持有者处收回席位。</translation>
        </message>
        <message>
            <source>To undo this, set the licence to active first.</source>
            <translation>要撤销此操作，请先将许可证设为有效。</translation>
        </message>
        <message>
            <source>To undo this, undo that it was retired first.</source>
            <translation>要撤销此操作，请先撤销对该许可证的停用。</translation>
        </message>
        <message>
            <source>To undo this, undo the departure first.</source>
            <translation>要撤销此操作，请先撤销该成员的离职登记。</translation>
        </message>
        <message>
            <source>To undo this, take back what was given to them since.</source>
            <translation>要撤销此操作，请先收回此后分配给该成员的席位。</translation>
        </message>
    </context>
    <context>
        <name>signing</name>
        <message>
            <source>The key file %1 cannot be used: %2.</source>
            <translation>无法使用密钥文件 %1：%2。</translation>
        </message>
        <message>
            <source>%1 is not a key file of Seatledger.</source>
            <translation>%1 不是 Seatledger 的密钥文件。</translation>
        </message>
        <message>
            <source>The key file %1 could be read by others, so what it signs proves nothing. Close it with chmod 600, or move it away to get a new key.</source>
            <translation>密钥文件 %1 可能被他人读取，因此其签名不能证明任何事。请用 chmod 600 关闭权限，或移走它以生成新密钥。</translation>
        </message>
        <message>
            <source>The system gave no random numbers for a key.</source>
            <translation>系统未能提供生成密钥所需的随机数。</translation>
        </message>
        <message>
            <source>This is not a key for signatures.</source>
            <translation>这不是用于签名的密钥。</translation>
        </message>
        <message>
            <source>The system gave no random numbers.</source>
            <translation>系统未提供随机数。</translation>
        </message>
        <message>
            <source>This is too large for a licence file.</source>
            <translation>对于许可证文件来说太大。</translation>
        </message>
        <message>
            <source>This is no licence file, or it is damaged.</source>
            <translation>这不是许可证文件，或文件已损坏。</translation>
        </message>
        <message>
            <source>This licence file was changed, or somebody else signed it.</source>
            <translation>此许可证文件已被更改，或由他人签名。</translation>
        </message>
    </context>
</TS>
